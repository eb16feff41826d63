import type { MeaningCode } from "./meanings.ts";

/** Which fields a phrase may name: t text, n numbers, d dates and times, b yes or no. */
type Families = string;

/**
 * The words by which fields are named in exports, in English, German, French, Spanish and Dutch, without articles
 * and accents. A phrase counts where the name ends with it: email_verified is not an email address.
 */
export const headerPhrases: readonly (readonly [MeaningCode, Families, string])[] = [
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
  [
    "purpose",
    "t",
    "purpose|processing purpose|consent purpose|zweck|finalite|finalidad|doel|message type|subscription type|legal basis",
  ],
  [
    "channel",
    "tn",
    "channel|channel id|channel type|medium|message medium|utm medium|kanal|canal|kanaal|contact channel|preferred channel|signup channel|acquisition channel|traffic type|traffictype",
  ],
  [
    "event-kind",
    "t",
    "event|event name|event type|event kind|event code|action|activity|activity type|action type|ereignis|evenement|evento|interaction|interaction type",
  ],
  [
    "event-time",
    "dt",
    "happened|happened at|occurred|occurred at|event time|event date|event at|event timestamp|timestamp|ts|sent at|send time|sent date|opened at|clicked at|delivered at|purchased at|purchase date|order date|ordered at|order time|invoice date|invoicedate|transaction date|transaction time|transaction timestamp|redemption date|payment date|paid at|visit date|session start|session date|viewed at|activity date|bestelldatum|rechnungsdatum|date commande|fecha pedido|fecha compra|besteldatum|timestamp utc|measured at|read at|reading time",
  ],
  [
    "arrival-time",
    "dt",
    "loaded|loaded at|load time|load date|ingested at|ingestion time|ingested|received at|received|arrived at|arrived|arrival time|inserted at|imported at|import date|synced|synced at|fivetran synced|sync time|processed at|stored at|etl date|etl time|airbyte emitted at|airbyte extracted at|stitch batched at|dbt updated at|batch date|landed at",
  ],
  [
    "updated-at",
    "dt",
    "updated|updated at|update date|update time|last updated|last updated at|last update|modified|modified at|modified date|last modified|last modified date|date modified|date updated|updated on|updated date|changed at|change date|last changed|refreshed at|refresh date|systemmodstamp|geandert am|aktualisiert am|date modification|date mise a jour|fecha actualizacion|fecha modificacion|bijgewerkt op|as at|valid as",
  ],
  [
    "last-seen",
    "dt",
    "last seen|last seen at|last login|last login at|last login date|last active|last active at|last activity|last activity date|last visit|last visit date|last session|last opened|last open|last open date|last click|last click date|last purchase|last purchase date|last order|last order date|last contact|last contacted|last engaged|letzter login|letzter kauf|letzte bestellung|derniere visite|derniere connexion|ultima visita|ultima compra|laatste bezoek|app last seen",
  ],
  [
    "sign-up-date",
    "dt",
    "signup date|sign up date|signed up|signed up at|sign up|signup|joined|joined at|join date|date joined|registered|registered at|registration date|registration time|member since|customer since|since|enrolled|enrolled at|enrollment date|enrolment date|enroll date|start date|contract start|contract start date|created at|created|creation date|create date|date created|created on|created date|account created|account created at|first purchase|first purchase date|first order|first order date|first seen|first seen at|activation date|activated at|hire date|anmeldedatum|registrierungsdatum|kunde seit|erstellt am|date inscription|date creation|fecha alta|fecha registro|fecha creacion|inschrijfdatum|acquisition date",
  ],
  [
    "end-date",
    "dt",
    "end date|ends|ends at|ended at|end|end time|expiry|expiry date|expires|expires at|expiration|expiration date|valid to|valid until|until|renewal|renewal date|renews at|next renewal|due|due date|due at|termination date|contract end|contract end date|contract expiry|subscription end|trial end|trial ends at|next payment date|next bill date|next order date|scheduled at|ablaufdatum|vertragsende|kundigungsdatum|gultig bis|date fin|date expiration|fecha fin|fecha vencimiento|einddatum|vervaldatum|cancel at|delivery due|appointment|appointment date",
  ],
  [
    "plan",
    "tn",
    "plan|plan name|plan code|plan type|plan id|contract|contract type|tariff|tarif|tarifa|abo|abonnement|subscription|subscription plan|package|membership|membership type|bundle|product plan|price plan|vertrag|internet service",
  ],
  [
    "loyalty-tier",
    "tn",
    "tier|loyalty tier|loyalty level|loyalty status|member tier|membership level|vip level|status level|kundenstatus|niveau fidelite",
  ],
  [
    "payment-method",
    "t",
    "payment method|payment type|paymentmethod|pay method|paid by|card type|card brand|zahlungsart|zahlungsmethode|mode paiement|moyen paiement|forma pago|metodo pago|betaalmethode|payment instrument",
  ],
  ["price", "n", "price|unit price|unitprice|list price|cost|unit cost|preis|prix|precio|prijs|rate plan price"],
  [
    "amount",
    "nt",
    "amount|charge|charges|monthly charge|monthly charges|total charges|revenue|spend|spent|total spend|total spent|sales|sales value|total|subtotal|payment|payments|fee|fees|order value|average order value|aov|basket value|discount|disc|retail disc|coupon disc|tax|tip|refund|refunds|bill|bill amount|monthly fee|mrr|arr|turnover|donation|donations|betrag|umsatz|summe|montant|chiffre affaires|importe|monto|bedrag|omzet|money|value|page values|pagevalues|purchase value|lifetime spend|gross|net",
  ],
  [
    "balance",
    "n",
    "balance|account balance|credit|credit balance|points|loyalty points|points balance|left|data left|remaining|credits|kontostand|saldo|solde|guthaben",
  ],
  ["currency", "t", "currency|currency code|wahrung|devise|moneda|valuta"],
  [
    "order-id",
    "tn",
    "order id|order no|order number|order key|orderid|invoice|invoice id|invoice no|invoice number|invoiceno|transaction id|transaction number|basket id|cart id|receipt id|receipt number|payment id|purchase id|booking id|booking reference|ticket id|ticket number|case number|bestellnummer|rechnungsnummer|numero commande|numero pedido|bestelnummer|checkout id",
  ],
  [
    "product",
    "tn",
    "product|product id|product name|product code|product category|product type|product key|sku|upc|coupon upc|ean|gtin|asin|item|item id|item name|item code|article|article number|artikel|artikelnummer|produkt|produit|producto|stock code|stockcode|brand|department|track|track id|album id|genre|genre id|category viewed|favourite category|favorite category|manufacturer id|commodity",
  ],
  [
    "store",
    "tn",
    "store|store id|store name|store number|branch|shop|filiale|magasin|tienda|winkel|home store|preferred store|outlet",
  ],
  [
    "campaign",
    "tn",
    "campaign id|campaign key|template id|message id|mailing id|newsletter id|list id|journey id|workflow id|experiment id|content id|recurring campaign id|creative id",
  ],
  [
    "campaign",
    "t",
    "campaign|campaign name|utm campaign|utm content|utm term|promo code|promotion|coupon|coupon code|voucher|voucher code|template name|list name|journey|workflow name|kampagne|campagne|campana|ad group|creative",
  ],
  [
    "url",
    "t",
    "url|uri|link|website|web site|homepage|page url|page|landing page|landing page url|clicked url|link url|domain|webseite|site web|sitio web|canonical url|deeplink",
  ],
  [
    "referrer",
    "t",
    "referrer|referer|referrer url|referring url|referring domain|http referer|source url|first referrer",
  ],
  [
    "device-model",
    "tn",
    "device|device model|device type|device name|device brand|phone model|handset|handset model|browser|browser version|browser name|os|os version|operating system|operating systems|operatingsystems|platform|user agent|useragent|user agent device|app version|screen size|carrier|phone number carrier|line type|device os",
  ],
  [
    "count",
    "n",
    "count|cnt|num|qty|quantity|menge|anzahl|nombre commandes|cantidad|aantal|visits|calls|orders|order count|purchases|sessions|logins|tickets|complaints|opens|clicks|sends|views|pages|page views|pageviews|emails|messages|returns|support calls|frequency|previous|late payments|times|visit count|contacts|transactions|items|logins count|bounces|products viewed|downloads|referrals|administrative|informational|productrelated|product related|campaign",
  ],
  [
    "tenure",
    "n",
    "tenure|tenure months|tenure days|tenure years|tenure in months|account age|customer age days|days as customer|months as customer|customer lifetime days|customer for",
  ],
  [
    "duration",
    "n",
    "duration|length|recency|seconds|secs|minutes|mins|hours|days|weeks|months|years|milliseconds|millis|ms|time spent|time on site|dauer|laufzeit|duree|duracion|duur|days since|age days|lifetime days|pdays|dwell time",
  ],
  [
    "usage",
    "n",
    "used|usage|consumption|data used|volume|minutes used|verbrauch|consommation|consumo|verbruik|gb|mb|bytes|kwh",
  ],
  [
    "share",
    "n",
    "share|pct|percent|percentage|rate|rates|ratio|bounce rates|bouncerates|exit rates|exitrates|open rate|click rate|anteil|taux|porcentaje|fraction|utilization|utilisation",
  ],
  [
    "rating",
    "nt",
    "rating|stars|nps|nps score|csat|satisfaction|survey score|survey answer|answer|bewertung|note satisfaction|sentiment|review score",
  ],
  [
    "score",
    "nt",
    "score|lead score|propensity|propensity to buy|probability|prob|likelihood|prediction|predicted|predicted value|churn risk|risk|risk score|ltv|clv|predicted ltv|lifetime value|customer lifetime value|health score|customer health|account health|engagement|affinity|rfm|decile|percentile|rank|index",
  ],
  [
    "segment",
    "tn",
    "segment|segment name|segment id|segments|cluster|persona|cohort|lookalike|audience|customer segment|value segment|rfm segment|zielgruppe|lifestyle|interest|interests|affinities|visitor type|visitortype|kundensegment",
  ],
  [
    "calendar-part",
    "tn",
    "month|weekday|day week|dayofweek|day|week|quarter|season|hour|monat|wochentag|mois|mes|special day|specialday|fiscal year|academic year|year|academic year code|year code|jahr|weekend",
  ],
  [
    "status",
    "tbn",
    "status|state|stage|lifecycle|lifecycle stage|account status|customer status|recipient state|subscription status|statut|estado|zustand|phase",
  ],
  ["outcome", "b", "revenue|purchase"],
  [
    "outcome",
    "tbn",
    "churn|churned|churn flag|converted|conversion|responded|response|outcome|poutcome|target|label|y|bought|purchased|cancelled|canceled|defaulted|left company|revenue flag",
  ],
  [
    "free-text",
    "t",
    "comment|comments|note|notes|message|message text|feedback|description|text|body|remark|remarks|complaint|complaint text|free text|bemerkung|bemerkungen|kommentar|notiz|notizen|commentaire|commentaires|remarque|comentario|comentarios|observaciones|opmerking|opmerkingen|reason|review|review text|bio|about|subject|transcript|chat",
  ],
  [
    "category",
    "tn",
    "type|kind|class|category|group|code|typ|art|categorie|categoria|signup source|source|utm source|origin|lead source",
  ],
  [
    "record-id",
    "tn",
    "id|ids|uuid|guid|key|identifier|ref|reference|pk|row id|record id|rowid|record number|no|nr|nummer|number|numero|index|hash|token|external key|session id|sessionid|message bus id|session|visit id|event id",
  ],
];
