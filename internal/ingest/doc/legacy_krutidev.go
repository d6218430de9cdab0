package doc

import "strings"

// krutiDev is the keyboard of Kruti Dev 010 and DevLys 010.
var krutiDev = func() *typed {
	t := table(`
å ० ƒ १ „ २ … ३ † ४ ‡ ५ ˆ ६ ‰ ७ Š ८ ‹ ९
v अ vk आ v‚ ऑ b इ bZ ई b± ईं Ã ई m उ Å ऊ _ ऋ , ए ,s ऐ vks ओ vkS औ
d क D क् Dk क [k ख [ ख् x ग X ग् Xk ग ?k घ ? घ् Ä घ ³ ङ
p च P च् Pk च N छ t ज T ज् Tk ज > झ ÷ झ् Ö झ् ¥ ञ
V ट B ठ M ड < ढ .k ण . ण्
r त R त् Rk त Fk थ F थ् n द /k ध / ध् èk ध è ध् Ë ध् u न U न् Uk न
i प I प् Ik प Q फ ¶ फ् c ब C ब् Ck ब Hk भ H भ् Ò भ e म E म् Ek म
; य ¸ य् j र y ल Y ल् Yk ल G ळ o व O व् Ok व
'k श ' श् Ük श Ü श् "k ष " ष् l स L स् Lk स g ह º ह्
d+ क़ [k+ ख़ [+k ख़ [+ ख़् x+ ग़ t+ ज़ T+ ज़् M+ ड़ <+ ढ़ Q+ फ़ ¶+ फ़् ;+ य़ j+ ऱ u+ ऩ + ़
{k क्ष { क्ष् = त्र =k त्र « त्र् K ज्ञ J श्र
Ù त्त् Ùk त्त ô क्क Dr क्त ä क्त é न्न ™ न्न् ê ट्ट Í ट्ट ë ट्ठ Î ट्ठ ì ड्ड Ï ड्ड ï ड्ढ Ô ड्ढ Ì द्द í द्द ) द्ध | द्य } द्व – दृ — कृ Ñ कृ
à ह्न á ह्य â हृ ã ह्म ºz ह्र Ø क्र Ý फ्र Á प्र ç प्र æ द्र Vª ट्र Mª ड्र <ª ढ्र Nª छ्र ª ्र xz ग्र # रु : रू
î ्य Nî छ्य Vî ट्य Bî ठ्य Mî ड्य <î ढ्य Ó ्य z ्र ~j ्र ~ ्
k ा h ी q ु w ू s े S ै ks ो kS ौ ‚ ॉ W ॅ a ं ¡ ँ È ीं • ऽ · ऽ
A । - . & - ] , @ / \ ? ( ; ¼ ( ½ ) ¿ { À } ¾ = ^ ‘ * ’ Þ “ ß ” ‘ " ’ " “ ' ” ' Œ ॰ $ + ñ ॰
`)
	t.letters["`"] = "ृ"
	t.letters["f"] = string(shortI)
	t.letters["¯"] = string(shortI) + "ं"
	t.letters["Z"] = string(reph)
	t.letters["%"] = "ः"
	return t
}()

// colons tells the visarga from the colon, which share a key: inside a word, and in words
// such as अतः and मुख्यतः, it is a visarga; after उपस्थित and निर्देश it is a colon.
func colons(s string) string {
	in := []rune(s)
	for i, r := range in {
		if r != 'ः' || i+1 < len(in) && (consonant(in[i+1]) || in[i+1] >= 'अ' && in[i+1] <= 'औ') {
			continue
		}
		word := wordBefore(in, i)
		if !visargaEnds[word] && !(strings.HasSuffix(word, "त") && !strings.HasSuffix(word, "ित")) {
			in[i] = ':'
		}
	}
	return string(in)
}

func wordBefore(in []rune, end int) string {
	i := end
	for i > 0 && (consonant(in[i-1]) || sign(in[i-1]) || in[i-1] == halant || in[i-1] >= 'अ' && in[i-1] <= 'औ') {
		i--
	}
	return string(in[i:end])
}

var visargaEnds = words("पुन क्रमश प्राय शनै अक्षरश कोटिश नि अन्त अंत छ")

// krutiWords are the commonest words of Hindi as Kruti Dev types them. Words that are
// English too are left out.
var krutiWords = words(`ds dk dh dks gS gSa esa ls us ij vkSj rFkk ,oa fd fd;k x;k tk;s tk, Hkh ugha dj djus djsa djus djk, djkus }kjk fnukad ftyk lHkh
vf/kdkjh inkf/kdkjh funsZ'k fn;k fn;s cSBd fy, fy;s rd tks ;g Fkk Fks ys nsa gksus gks gsrq mDr lkFk ;fn lacaf/kr lEcaf/kr foHkkx i=kad fo"k; dk;Z dk;Zokgh`)

func words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
