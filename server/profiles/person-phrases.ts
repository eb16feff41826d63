import type { MeaningCode } from "./meanings.ts";

/** A meaning, the fields it may name (t text, n numbers, d dates and times, b yes or no), and its phrases. */
export type HeaderPhrases = readonly (readonly [MeaningCode, families: string, phrases: string])[];

/** Who somebody is, and how they are reached and told apart. */
export const personPhrases: HeaderPhrases = [
  [
    "email",
    "t",
    "email|emails|email addresses|alternate email|alternate emails|mailbox|e mail|mail|email address|mail address|emailaddress|e mail address|emailadresse|e mail adresse|correo|correo electronico|courriel|adresse mail|adresse email|mailadres|emailadres|e mail adres",
  ],
  [
    "hashed-identifier",
    "t",
    "email hash|hashed email|email sha 256|email sha|email md5|email md 5|phone hash|hashed phone|hem|email sha256|customer hash|user hash",
  ],
  [
    "phone",
    "tn",
    "phone|phones|phone numbers|mobile numbers|phone number|phone no|phonenumber|mobile|mobile number|mobile phone|cell|cell phone|cellphone|telephone|telephone number|tel|fax|fax number|msisdn|telefon|telefonnummer|telefonnr|handy|handynummer|mobilnummer|mobiltelefon|telefono|telefono movil|movil|telephone portable|portable|numero telephone|telefoonnummer|mobiel|whatsapp|whatsapp number|contact number",
  ],
  [
    "first-name",
    "t",
    "first name|firstname|given name|givenname|forename|fname|vorname|prenom|nombre|nombre pila|voornaam|middle name",
  ],
  [
    "last-name",
    "t",
    "last name|lastname|surname|family name|familyname|lname|nachname|familienname|nom|nom famille|apellido|apellidos|achternaam|maiden name",
  ],
  [
    "full-name",
    "t",
    "full name|fullname|real name|verified name|account holder name|holder name|sender name|details name|person name|customer name|client name|contact name|member name|subscriber name|user full name|cardholder name|card holder|account holder|recipient name|billing name|shipping name|display name|nombre completo|nom complet|kundenname|vollstandiger name|volledige naam|naam|donor name|guest name|legal name",
  ],
  ["user-name", "t", "user name|username|login|login name|nickname|screen name|screenname|handle|benutzername"],
  ["social-account", "t", "twitter|twitter handle|facebook|facebook id|instagram|linkedin|linkedin url|tiktok|skype"],
  [
    "street-address",
    "t",
    "address|street|street address|addr|address line|address line 1|address 1|address 2|address street|street 1|street 2|street name|house number|line 1|line 2|adresse|strasse|hausnummer|rue|calle|direccion|straat|adres|mailing address|billing address|shipping address|home address|postal address|anschrift",
  ],
  [
    "postcode",
    "tn",
    "postcode|post code|postal code|postalcode|postal|zip|zip code|zipcode|zip 5|zip 4|plz|postleitzahl|code postal|codigo postal|cp|postcode area",
  ],
  ["city", "t", "city|town|ort|stadt|wohnort|ville|ciudad|stad|plaats|municipality|locality|commune"],
  [
    "region",
    "tn",
    "region|province|county|bundesland|district|departement|provincia|provincie|location|area|territory|neighborhood|neighbourhood|state code|state province|billing state|shipping state|home state|address state|metro|dma",
  ],
  [
    "country",
    "t",
    "country|country code|country iso|country code iso|countrycode|country name|land|pays|pais|residence country",
  ],
  ["time-zone", "tn", "timezone|time zone|tz|time zone id|utc offset"],
  [
    "birth-date",
    "dt",
    "birth date|birthdate|date birth|dob|birthday|bday|born|born on|birth day|geburtsdatum|geburtstag|date naissance|naissance|fecha nacimiento|nacimiento|geboortedatum",
  ],
  [
    "birth-year",
    "nt",
    "birth year|year birth|birthyear|yob|year born|geburtsjahr|annee naissance|ano nacimiento|geboortejaar",
  ],
  [
    "age",
    "ntb",
    "age|age band|age group|age range|age bracket|age years|alter|altersgruppe|edad|leeftijd|senior|senior citizen|customer age",
  ],
  ["gender", "tnb", "gender|sex|geschlecht|sexe|sexo|geslacht|gender code|male|female"],
  ["salutation", "t", "salutation|honorific|anrede|civilite|tratamiento|aanhef|name prefix|form address"],
  [
    "marital-status",
    "tnb",
    "marital|marital status|maritalstatus|civil status|familienstand|etat civil|estado civil|burgerlijke staat|married|relationship status",
  ],
  [
    "household-size",
    "nt",
    "household size|hh size|householdsize|people in household|household members|family size|haushaltsgrosse|num in household",
  ],
  [
    "household",
    "tbn",
    "household|household comp|household composition|household type|partner|dependents|dependants|dependent|spouse|has partner|living situation|family status",
  ],
  [
    "home",
    "tb",
    "home ownership|homeowner|home owner|housing|housing type|dwelling|dwelling type|property type|house type|owns home|rent or own",
  ],
  [
    "income-band",
    "ntb",
    "income|income band|income bracket|income range|household income|household income band|salary|wage|earnings|annual income|einkommen|revenu annuel|ingresos|inkomen",
  ],
  [
    "job",
    "t",
    "job|job title|occupation|profession|beruf|metier|profesion|ocupacion|beroep|position|job role|job function|seniority",
  ],
  [
    "employer",
    "t",
    "company|company name|employer|organisation|organization|organization name|firma|firmenname|entreprise|societe|empresa|bedrijf|workplace|account name",
  ],
  [
    "education",
    "t",
    "education|education level|degree|schooling|bildung|bildungsabschluss|etudes|educacion|opleiding|qualification",
  ],
  ["language", "t", "language|language code|lang|locale|preferred language|sprache|langue|idioma|taal"],
  [
    "nationality",
    "t",
    "nationality|citizenship|staatsangehorigkeit|nationalite|nacionalidad|nationaliteit|country birth|birth country|place birth|birthplace",
  ],
  ["household-id", "tn", "household id|household key|hh id|householdid|household number"],
  [
    "customer-id",
    "tn",
    "customer id|customer no|customer nr|customer number|customer key|customer ref|customer code|customerid|custid|cust id|cust no|client id|client number|clientid|user id|userid|user key|member id|member number|memberid|membership number|subscriber id|contact id|contactid|person id|profile id|visitor id|guest id|account id|account number|account no|loyalty number|loyalty id|loyalty card|loyalty card number|crm id|external id|kundennummer|kundennr|kunden id|kunden nr|numero client|id client|id cliente|numero cliente|klantnummer|klant id|lead id|donor id|patient id|subscriber key|distinct id|anonymous id|person key|user uuid|user guid",
  ],
  [
    "device-id",
    "tn",
    "device id|deviceid|device identifier|advertising id|ad id|adid|idfa|idfv|gaid|aaid|imei|imsi|mac address|installation id|install id|serial number|device serial|device fingerprint|browser fingerprint|udid|android id|device uuid",
  ],
  ["cookie-id", "t", "cookie|cookie id|cookies|ga client id|gclid|fbclid|fbp|fbc|tracking id|browser id"],
  ["ip-address", "tn", "ip|ip address|ip addr|ipaddress|remote addr|client ip|last ip|signup ip|ip v 4|ip v 6"],
  [
    "push-token",
    "t",
    "push token|device token|fcm token|apns token|push address|push id|registration token|endpoint arn|platform endpoint|onesignal id|player id",
  ],
  [
    "precise-location",
    "tn",
    "latitude|longitude|lat|lng|lon|long lat|lat long|lat lng|geo|geo point|geolocation|gps|gps position|coordinates|coords|geohash|cell location|last location|exact location|position gps|what 3 words",
  ],
  [
    "payment-account",
    "tn",
    "bank account|bank account number|account iban|sort code|routing number|bic|swift|kontonummer|bankverbindung|paypal|paypal account|payment token|stripe customer id|payment account|mandate reference",
  ],
  ["iban", "t", "iban|iban number"],
  [
    "card-number",
    "tn",
    "card number|credit card|credit card number|cc number|card no|pan|kreditkartennummer|numero carte|tarjeta",
  ],
  [
    "national-id",
    "tn",
    "ssn|social security|social security number|national id|national insurance number|nino|tax id|tax number|tin|nif|dni|nie|bsn|personnummer|steuer id|steueridentifikationsnummer|sozialversicherungsnummer|passport|passport number|passport no|driver license|drivers license|driver licence|driving licence|driving license|drivers license number|driving licence number|license number|licence number|id card number|personalausweis|insee|codice fiscale|cpf|identity number|government id",
  ],
  [
    "vat-id",
    "tn",
    "vat|vat id|vat number|vatid|ust id|ustid|umsatzsteuer id|tva|numero tva|btw nummer|nif iva|gst number|abn",
  ],
  ["photo", "t", "photo|photo url|avatar|avatar url|profile picture|profile photo|picture|image|selfie"],
  [
    "credential",
    "tn",
    "password|passwd|pwd|password hash|hashed password|passcode|pin|pin code|secret|client secret|api key|apikey|private key|access token|refresh token|auth token|session token|security answer|security question|cvv|cvc|cvv 2|card verification code|otp|passwort|kennwort|mot passe|contrasena|wachtwoord|salt",
  ],
];
