package office_test

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// open goes to a sample at the width of a desk.
func open(t *testing.T, ctx context.Context, url string) {
	t.Helper()
	if err := chromedp.Do(ctx, width{px: 1280}.set(), chromedp.Navigate(url)); err != nil {
		t.Fatal(err)
	}
}

func keys(t *testing.T, ctx context.Context, strokes ...string) {
	t.Helper()
	for _, s := range strokes {
		if err := chromedp.Do(ctx, chromedp.KeyEvent(s)); err != nil {
			t.Fatal(err)
		}
	}
}

func eval[T comparable](t *testing.T, ctx context.Context, script string, want T) {
	t.Helper()
	got, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	if got != want {
		t.Errorf("%s is %v, want %v", script, got, want)
	}
}

// TestAListIsWorkedByKeys walks rows with j and k, opens the help and goes to the search box.
func TestAListIsWorkedByKeys(t *testing.T) {
	t.Parallel()
	ctx, url := browser(t), serveSamples(t)
	open(t, ctx, url+"/work.en")
	keys(t, ctx, "j", "j", "j") // over the draft to be signed
	eval(t, ctx, `document.activeElement.getAttribute("href")`, "/matters/d218-02")
	keys(t, ctx, "k")
	eval(t, ctx, `document.activeElement.getAttribute("href")`, "/matters/d218-01")
	keys(t, ctx, "/")
	eval(t, ctx, `new Promise(r=>setTimeout(()=>r(document.activeElement.id),20))`, "q")
	keys(t, ctx, "j")
	eval(t, ctx, `document.activeElement.value.endsWith("j")`, true)
	open(t, ctx, url+"/work.en")
	keys(t, ctx, "?")
	eval(t, ctx, `document.getElementById("keys").open`, true)
}

// TestAReadingIsWorkedByKeys accepts with Enter and leaves out with x, and shows the sentence of the row in hand.
func TestAReadingIsWorkedByKeys(t *testing.T) {
	t.Parallel()
	ctx, url := browser(t), serveSamples(t)
	const watch = `window.sent=[];document.addEventListener("submit",e=>{e.preventDefault();sent.push(new URL(e.target.action).pathname)},true);1`
	open(t, ctx, url+"/review.hi")
	eval(t, ctx, watch, 1)
	keys(t, ctx, "j", "j", "\r", "x")
	eval(t, ctx, `sent.join()`, "/sittings/s1/reading/r2/accept,/sittings/s1/reading/r2/drop")
	eval(t, ctx, `document.querySelector(".q.on").id`, "q2")
	eval(t, ctx, `getSelection().selectAllChildren(document.querySelector("#q5"));1`, 1)
	keys(t, ctx, "m")
	eval(t, ctx, `sent.at(-1)+" "+document.querySelector("[data-mark-new] input").value.includes("तथ्य विवरणी")`, "/sittings/s1/reading/new true")
}

// TestWhatIsTypedSurvivesAReload keeps a draft on the device, puts it back, says so, and forgets it once it was sent.
func TestWhatIsTypedSurvivesAReload(t *testing.T) {
	t.Parallel()
	ctx, url := browser(t), serveSamples(t)
	open(t, ctx, url+"/report.hi")
	eval(t, ctx, `(()=>{const e=document.getElementById("f-remark");e.value="आधा लिखा हुआ";e.dispatchEvent(new Event("input",{bubbles:true}));return 1})()`, 1)
	time.Sleep(400 * time.Millisecond)
	open(t, ctx, url+"/report.hi")
	eval(t, ctx, `document.getElementById("f-remark").value`, "आधा लिखा हुआ")
	eval(t, ctx, `document.querySelector("[data-restored]").hidden`, false)
	eval(t, ctx, `sessionStorage.setItem("sent","p1/d218-01/report");1`, 1)
	open(t, ctx, url+"/work.hi")
	eval(t, ctx, `Object.keys(localStorage).length`, 0)
}

// TestAPhotographIsMadeSmall shrinks a large picture before it leaves the phone and keeps where it was taken.
func TestAPhotographIsMadeSmall(t *testing.T) {
	t.Parallel()
	ctx, url := browser(t), serveSamples(t)
	open(t, ctx, url+"/report.hi")
	const script = `(async()=>{
		const c=Object.assign(document.createElement("canvas"),{width:3000,height:2000}),g=c.getContext("2d"),d=g.createImageData(3000,2000);
		for(let i=0;i<d.data.length;i++)d.data[i]=i%4===3?255:(i*7919+(i>>5)*104729)%256;g.putImageData(d,0,0);
		const jpg=await (await new Promise(r=>c.toBlob(r,"image/jpeg",.95))).arrayBuffer();
		const exif=new Uint8Array([0xff,0xe1,0,34,0x45,0x78,0x69,0x66,0,0, 0x4d,0x4d,0,42,0,0,0,8, 0,1, 1,0x12,0,3,0,0,0,1,0,6,0,0, 0,0,0,0]);
		const big=new File([jpg.slice(0,2),exif,jpg.slice(2)],"photo.jpeg",{type:"image/jpeg"});
		const f=document.getElementById("f-proof"),t=new DataTransfer();t.items.add(big);f.files=t.files;f.dispatchEvent(new Event("change",{bubbles:true}));
		for(let i=0;i<100&&f.files[0].size===big.size;i++)await new Promise(r=>setTimeout(r,50));
		const out=f.files[0],b=new Uint8Array(await out.arrayBuffer()),img=await createImageBitmap(out,{imageOrientation:"none"});
		return [out.size<big.size/2,Math.max(img.width,img.height),String.fromCharCode(...b.slice(6,10)),b[2+27],document.getElementById("f-proof-names").textContent.startsWith("photo.jpg, ")].join()})()`
	eval(t, ctx, script, "true,1600,Exif,1,true")
}

// TestPagesSayWhenTheNetworkIsAway shows the strip by the browser's own events.
func TestPagesSayWhenTheNetworkIsAway(t *testing.T) {
	t.Parallel()
	ctx, url := browser(t), serveSamples(t)
	open(t, ctx, url+"/work.hi")
	eval(t, ctx, `document.getElementById("offline").hidden`, true)
	eval(t, ctx, `Object.defineProperty(navigator,"onLine",{value:false,configurable:true});dispatchEvent(new Event("offline"));document.getElementById("offline").hidden`, false)
}
