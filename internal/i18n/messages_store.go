package i18n

var messagesStore = map[string]Text{
	"store.unavailable":       {"डेटाबेस अभी उत्तर नहीं दे रहा। कुछ भी आधा सहेजा नहीं गया; थोड़ी देर बाद फिर करें।", "The database does not answer just now. Nothing was half saved; please try again shortly."},
	"store.disk_full":         {"डिस्क भर गई है। कुछ भी आधा सहेजा नहीं गया; प्रशासक को बताएँ।", "The disk is full. Nothing was half saved; please tell the administrator."},
	"store.read_only":         {"डेटाबेस केवल पढ़ने योग्य है, इसलिए सहेजा नहीं जा सका।", "The database is read-only, so this could not be saved."},
	"store.damaged":           {"डेटाबेस की फ़ाइल क्षतिग्रस्त है या डेटाबेस नहीं है। सत्यापित बैकअप से पुनर्स्थापित करें।", "The database file is damaged or is no database. Restore it from a verified backup."},
	"store.in_use":            {"%[1]s को दूसरा अनुपालन कार्यक्रम चला रहा है। पहले उसे बंद करें।", "Another anupalan is running on %[1]s. Stop it first."},
	"store.no_file":           {"%[1]s नाम का डेटाबेस नहीं मिला।", "There is no database named %[1]s."},
	"store.migration_changed": {"डेटाबेस की संरचना का चरण %[1]s इस कार्यक्रम के चरण से मेल नहीं खाता।", "Schema step %[1]s of the database is not the one this program knows."},
	"store.schema_newer":      {"%[1]s इस कार्यक्रम से नए संस्करण का है। नया संस्करण चलाएँ।", "%[1]s belongs to a newer version of this program. Run that version."},
	"store.changed":           {"इस बीच किसी और ने इसे बदल दिया है। पृष्ठ फिर से खोलें।", "Somebody else changed this in the meantime. Open the page again."},
	"store.not_found":         {"यह उपलब्ध नहीं है।", "This is not available."},
	"store.key_reused":        {"यही अनुरोध-कुंजी किसी दूसरे अनुरोध के लिए प्रयुक्त हो चुकी है।", "This idempotency key was used for a different request."},
	"store.file_exists":       {"%[1]s पहले से है। दूसरा नाम दें।", "%[1]s exists already. Give another name."},
	"store.backup_bad":        {"बैकअप %[1]s पूरा या सही नहीं है: %[2]s", "The backup %[1]s is not whole: %[2]s"},
	"store.nodes_used":        {"सभी 1024 कार्यक्रम-संख्याएँ प्रयोग में हैं।", "All 1,024 program numbers are in use."},
	"store.blob_bad":          {"फ़ाइल %[1]s की सामग्री उसके हैश से मेल नहीं खाती।", "The content of file %[1]s does not fit its hash."},
	"store.cursor":            {"सूची का अगला-पृष्ठ चिह्न सही नहीं है। सूची फिर से खोलें।", "The mark of the next page is not valid. Open the list again."},
}
