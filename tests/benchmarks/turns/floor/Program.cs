// A bot without a framework: what durable turns cost when nothing is general. Only measured against, never a model of style.
using System.Buffers; using System.IO.Pipelines; using System.Net; using System.Runtime.InteropServices; using System.Text; using System.Text.Json; using System.Text.Json.Serialization; using System.Threading.Tasks.Sources;
using Microsoft.AspNetCore.Hosting.Server; using Microsoft.AspNetCore.Server.Kestrel.Core; using Microsoft.AspNetCore.Http.Features;

string E(string k, string d) => Environment.GetEnvironmentVariable(k) ?? d;
var mode = E("MODE", "none");
var inOnly = E("INONLY", "0") == "1";
var b = WebApplication.CreateEmptyBuilder(new());
b.WebHost.UseKestrelCore().ConfigureKestrel(k => { k.Listen(IPAddress.Loopback, 3990); k.AddServerHeader = false; k.AllowSynchronousIO = false; });
if (E("KINLINE", "0") == "1") b.WebHost.UseSockets(o => o.UnsafePreferInlineScheduling = true);
var app = b.Build();
var disp = new Dispatcher(E("INVOKER", "1") == "1");
Writer? w = null;
if (mode != "none") {
    IStore s = mode switch { "sqlite" => new RawSqlite(E("DB", "data/f.db"), E("SYNC", "FULL"), E("EV", "index"), int.Parse(E("CKPT", "1000"))), _ => new Pg(E("PG", "Host=127.0.0.1;Port=5499;Username=postgres;Database=postgres;Max Auto Prepare=50;No Reset On Close=true"), E("EV", "index")) };
    w = new Writer(s, disp, int.Parse(E("GATHER_US", "0")), E("INLINE", "1") == "1"); disp.W = w; w.Start();
}
app.Run(async ctx => {
    var req = ctx.Request;
    if (!HttpMethods.IsPost(req.Method) || req.Path.Value != "/api/messages") { ctx.Response.StatusCode = 404; return; }
    var r = req.BodyReader; ReadResult rr;
    while (true) { rr = await r.ReadAsync(); if (rr.IsCompleted) break; r.AdvanceTo(rr.Buffer.Start, rr.Buffer.End); }
    var a = Parse(rr.Buffer); r.AdvanceTo(rr.Buffer.End);
    ctx.Response.ContentLength = 0;
    if (inOnly) return;
    var t = new Turn { A = a };
    if (w == null) { Engine.Echo(t); disp.Post(t); return; }
    w.Add(t); await t.Done;
});
app.Run();
static Activity Parse(ReadOnlySequence<byte> s) { var rd = new Utf8JsonReader(s); return JsonSerializer.Deserialize(ref rd, J.Default.Activity)!; }

public sealed class Account { public string? Id { get; set; } public string? Name { get; set; } public string? AadObjectId { get; set; } }
public sealed class Conv { public string? Id { get; set; } public string? ConversationType { get; set; } public string? TenantId { get; set; } }
public sealed class Activity { public string? Type { get; set; } public string? Id { get; set; } public DateTimeOffset? Timestamp { get; set; } public string? ChannelId { get; set; } public string? ServiceUrl { get; set; } public Account? From { get; set; } public Account? Recipient { get; set; } public Conv? Conversation { get; set; } public string? TextFormat { get; set; } public string? Locale { get; set; } public string? Text { get; set; } public string? ReplyToId { get; set; } public JsonElement? ChannelData { get; set; } public JsonElement? Entities { get; set; } public JsonElement? Value { get; set; } }
public sealed class Frame { public string Flow { get; set; } = "main"; public string Step { get; set; } = "ask"; public string Slot { get; set; } = "name"; }
public sealed class State { public int V { get; set; } = 1; public long Turns { get; set; } public long Seq { get; set; } public List<Frame> Stack { get; set; } = new(); public Dictionary<string, string> Vars { get; set; } = new(); public Account? User { get; set; } public Conv? Ref { get; set; } public string? ServiceUrl { get; set; } public string? Locale { get; set; } }
public sealed class Ev { public string Kind { get; set; } public string? ActivityId { get; set; } public string? From { get; set; } public string? Text { get; set; } public string? Flow { get; set; } public string? Step { get; set; } }
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))] [JsonSerializable(typeof(State))] [JsonSerializable(typeof(Ev))] public partial class J : JsonSerializerContext { }

public sealed class Turn : IValueTaskSource {
    public Activity A; public byte[] Reply; public string Url; public long Out; public bool Dup; public ManualResetValueTaskSourceCore<bool> C;
    public ValueTask Done => new(this, C.Version);
    public void GetResult(short t) => C.GetResult(t); public ValueTaskSourceStatus GetStatus(short t) => C.GetStatus(t); public void OnCompleted(Action<object?> c, object? s, short t, ValueTaskSourceOnCompletedFlags f) => C.OnCompleted(c, s, t, f);
}
public static class Engine {
    [ThreadStatic] static Utf8JsonWriter? _w; [ThreadStatic] static ArrayBufferWriter<byte>? _b;
    static (Utf8JsonWriter, ArrayBufferWriter<byte>) W() { _b ??= new(4096); _b.ResetWrittenCount(); if (_w == null) _w = new(_b, new JsonWriterOptions { SkipValidation = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }); else _w.Reset(_b); return (_w, _b); }
    public static ReadOnlySpan<byte> Json<T>(T v, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> ti) { var (w, b) = W(); JsonSerializer.Serialize(w, v, ti); return b.WrittenSpan; }
    public static void MakeReply(Turn t, string text) {
        var a = t.A;
        t.Reply = Json(new Activity { Type = "message", ChannelId = a.ChannelId, From = a.Recipient, Recipient = a.From, Conversation = a.Conversation, ReplyToId = a.Id, Text = text, TextFormat = "plain", Locale = a.Locale }, J.Default.Activity).ToArray();
        t.Url = string.Concat(a.ServiceUrl, "v3/conversations/", Uri.EscapeDataString(a.Conversation!.Id!), "/activities/" + a.Id);
    }
    public static void Echo(Turn t) => MakeReply(t, "Echo: " + t.A.Text);
    // pure: state in -> state out + events + reply text
    public static (State s, Ev[] ev, string text) Step(State? s, Activity a) {
        s ??= Fresh(a); s.Turns++; string text; Ev[] ev;
        if (s.Stack.Count == 0) { s.Stack.Add(new Frame()); text = "What is your name?"; ev = [new Ev { Kind = "received", ActivityId = a.Id, From = a.From!.Id, Text = a.Text }, new Ev { Kind = "entered", Flow = "main", Step = "ask" }, new Ev { Kind = "sent", Text = text }]; }
        else { s.Stack.RemoveAt(s.Stack.Count - 1); s.Vars["name"] = a.Text!; text = "Hi " + a.Text; ev = [new Ev { Kind = "received", ActivityId = a.Id, From = a.From!.Id, Text = a.Text }, new Ev { Kind = "ended", Flow = "main" }, new Ev { Kind = "sent", Text = text }]; }
        return (s, ev, text);
    }
    static State Fresh(Activity a) { var s = new State { User = a.From, Ref = a.Conversation, ServiceUrl = a.ServiceUrl, Locale = a.Locale }; for (int i = 0; i < 8; i++) s.Vars["profile.attribute" + i] = "some value that a dialogue remembers about this person " + i; return s; }
    public static State? Read(ReadOnlySpan<byte> u8) => JsonSerializer.Deserialize(u8, J.Default.State);
}
public interface IStore { void Run(List<Turn> turns, List<long> marks); string Info(); }

public sealed class Writer(IStore store, Dispatcher disp, int gatherUs, bool inline) {
    readonly object _l = new(); List<Turn> _q = new(); List<long> _m = new(); bool _wait; public long Batches, Turns, Marks;
    public void Add(Turn t) { lock (_l) { _q.Add(t); if (_wait) Monitor.Pulse(_l); } }
    public void Mark(long id) { lock (_l) { _m.Add(id); } }
    public void Start() {
        new Thread(Loop) { Name = "spark-writer", IsBackground = true }.Start();
        new Thread(() => { while (true) { Thread.Sleep(2000); File.WriteAllText("data/stats", $"batches {Batches} turns {Turns} marks {Marks} avgBatch {(double)Turns / Math.Max(1, Batches):F1} {store.Info()} gc0 {GC.CollectionCount(0)} gc1 {GC.CollectionCount(1)} gc2 {GC.CollectionCount(2)} alloc/turn {GC.GetTotalAllocatedBytes() / Math.Max(1, Turns)}\n"); } }) { IsBackground = true, Name = "stats" }.Start();
    }
    void Loop() {
        var turns = new List<Turn>(); var marks = new List<long>();
        try {
            while (true) {
                lock (_l) { while (_q.Count == 0) { _wait = true; bool sig = Monitor.Wait(_l, 50); _wait = false; if (!sig && _m.Count > 0) break; } if (gatherUs == 0) { (_q, turns) = (turns, _q); (_m, marks) = (marks, _m); } }
                if (gatherUs > 0) { long end = System.Diagnostics.Stopwatch.GetTimestamp() + gatherUs * 1000L; Thread.Sleep(gatherUs / 1000); lock (_l) { (_q, turns) = (turns, _q); (_m, marks) = (marks, _m); } }
                store.Run(turns, marks); Batches++; Turns += turns.Count; Marks += marks.Count;
                if (inline && turns.Count > 0) { var arr = turns.ToArray(); ThreadPool.UnsafeQueueUserWorkItem(static x => { foreach (var t in x.arr) if (!t.Dup) x.disp.Post(t); foreach (var t in x.arr) t.C.SetResult(true); }, (arr, disp), false); }
                else foreach (var t in turns) { t.C.RunContinuationsAsynchronously = true; if (!t.Dup) ThreadPool.UnsafeQueueUserWorkItem(static x => x.disp.Post(x.t), (t, disp), false); t.C.SetResult(true); }
                turns.Clear(); marks.Clear();
            }
        } catch (Exception e) { Console.Error.WriteLine(e); Environment.Exit(3); }
    }
}
public sealed class Dispatcher(bool invoker) {
    public Writer? W;
    static readonly SocketsHttpHandler H = new() { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, ActivityHeadersPropagator = null, MaxConnectionsPerServer = 256, PooledConnectionLifetime = TimeSpan.FromMinutes(10), ConnectTimeout = TimeSpan.FromSeconds(5) };
    readonly HttpMessageInvoker _i = new(H); readonly HttpClient _c = new(new SocketsHttpHandler());
    static readonly System.Net.Http.Headers.MediaTypeHeaderValue Ct = new("application/json");
    public async void Post(Turn t) {
        try {
            using var m = new HttpRequestMessage(HttpMethod.Post, t.Url) { Content = new ByteArrayContent(t.Reply) }; m.Content.Headers.ContentType = Ct;
            using var r = invoker ? await _i.SendAsync(m, default) : await _c.SendAsync(m);
            if (invoker) { await r.Content.CopyToAsync(Stream.Null); }
            if (!r.IsSuccessStatusCode) Console.Error.WriteLine("reply " + r.StatusCode); else W?.Mark(t.Out);
        } catch (Exception e) { Console.Error.WriteLine(e.Message); }
    }
}
