package extract

import "strings"

// Chats write Hindi in Latin letters among Devanagari and English: report kal tak bhejein.
// The small words and verbs of Hindi are then read as what they stand for.
const romanPairs = `ko को ka का ki की ke के se से mein में tak तक aur और evam एवं tatha तथा hai है hain हैं hua हुआ hui हुई hue हुए karke करके karna करना karne करने
 karein करें karen करें kare करें kariye कीजिए karo करो karayein कराएं karaye कराएं karaen कराएं karwayein करवाएं karwaye करवाएं karwaen करवाएं karana कराना karwana करवाना karane कराने
 kiya किया kiye किए kiya किया gaya गया gayi गई gaye गए jaye जाए jaaye जाए jayein जाएं jayega जाएगा jaayega जाएगा jayegi जाएगी jata जाता jati जाती jate जाते dein दें den दें dijiye दीजिए
 lein लें lijiye लीजिए bhejein भेजें bhejen भेजें bheje भेजें bhejiye भेजिए bhejna भेजना bhejne भेजने banayein बनाएं banaye बनाएं banana बनाना banane बनाने lagayein लगाएं lagaye लगाएं
 lagwayein लगवाएं lagwaye लगवाएं lagwana लगवाना lagwane लगवाने rakhein रखें rakhen रखें rakhna रखना hona होना hatayein हटाएं hatwayein हटवाएं likhein लिखें dekhein देखें batayein बताएं
 nahi नहीं nahin नहीं mat मत sabhi सभी samast समस्त aaj आज kal कल roz रोज turant तुरंत jaldi जल्दी shighra शीघ्र pehle पहले pahle पहले baad बाद andar अंदर ghante घंटे din दिन
 mahine महीने hafte हफ्ते baje बजे shaam शाम tareekh तारीख tarikh तारीख hoga होगा hogi होगी honge होंगे chahiye चाहिए wale वाले liye लिए hetu हेतु dwara द्वारा ne ने yadi यदि agar अगर
 jo जो jin जिन unka उनका unki उनकी unke उनके unhe उन्हें unhein उन्हें inhe इन्हें kaam काम karya कार्य suchi सूची janch जांच jaanch जांच nirikshan निरीक्षण nirdesh निर्देश
 adhikari अधिकारी vibhag विभाग sunishchit सुनिश्चित laparwahi लापरवाही raha रहा rahi रही rahe रहे tha था thi थी kaha कहा bataya बताया diya दिया diye दिए gaon गांव bhi भी hi ही
 karenge करेंगे karega करेगा karegi करेगी denge देंगे dega देगा lenge लेंगे bhejenge भेजेंगे banayenge बनाएंगे lagayenge लगाएंगे nikalenge निकालेंगे nikalein निकालें rakhenge रखेंगे rahenge रहेंगे
 baithenge बैठेंगे baithein बैठें jayenge जाएंगे karwayenge करवाएंगे karayenge कराएंगे chipkaye चिपकाएं chipkayein चिपकाएं chipkayen चिपकाएं chaspa चस्पा karwa करवा kara करा karwakar करवाकर banwakar बनवाकर kar कर
 dekar देकर lekar लेकर bhejkar भेजकर jakar जाकर milkar मिलकर iska इसका iski इसकी iske इसके isme इसमें uska उसका uski उसकी usme उसमें ye ये yeh यह unko उनको unse उनसे inse इनसे inko इनको apna अपना
 apni अपनी apne अपने har हर pratyek प्रत्येक ek एक jawab जवाब spashtikaran स्पष्टीकरण poochha पूछा pucha पूछा liya लिया li ली lene लेने dene देने rakhne रखने hone होने rehne रहने daayar दायर dayar दायर
 darj दर्ज jama जमा jari जारी jaari जारी shuru शुरू poora पूरा pura पूरा poori पूरी puri पूरी isliye इसलिए tab तब lambit लंबित patra पत्र karwayen करवाएं karayen कराएं banayen बनाएं lagayen लगाएं
 hatayen हटाएं nikalen निकालें chadhayen चढ़ाएं chadhayein चढ़ाएं dikhayen दिखाएं dikhayein दिखाएं samiksha समीक्षा baithak बैठक praapt प्राप्त prapt प्राप्त uplabdh उपलब्ध pesh पेश`

// addRoman enters the pairs.
func (b *builder) addRoman() {
	f := strings.Fields(romanPairs)
	for i := 0; i+1 < len(f); i += 2 {
		b.lex.roman[f[i]] = string(appendFold(nil, f[i+1]))
	}
}
