import type { HeaderPhrases } from "./person-phrases.ts";

/** What somebody agreed to, bought, pays and does. */
export const dealingPhrases: HeaderPhrases = [
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
