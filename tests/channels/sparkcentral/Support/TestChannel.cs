using Spark.Messages;
using Spark.Testing;

namespace Spark.Channels.Sparkcentral.Tests.Support;

/// <summary>A channel with the parts that a test looks at.</summary>
internal sealed class TestChannel : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public TestChannel(SparkcentralSettings settings, ManualClock? clock = null)
    {
        Clock = clock ?? new ManualClock(Vectors.SentAt);
        Channel = SparkcentralChannel.Create(settings, new ChannelServices
        {
            InstanceId = "sparkcentral",
            Http = http,
            Time = Clock,
            Logs = Logs,
            PublicUrl = new Uri("https://spark.example"),
            Feed = new EmptyFeed(),
        });
    }

    public ManualClock Clock { get; }

    public CollectingLogs Logs { get; } = new();

    public SparkcentralChannel Channel { get; }

    /// <summary>Settings with a shared secret only.</summary>
    public static SparkcentralSettings Answering => new() { SharedSecret = Vectors.Secret };

    /// <summary>Settings with REST credentials for a stand-in.</summary>
    public static SparkcentralSettings Calling(Uri restUrl) =>
        Answering with { RestUrl = restUrl, ClientId = "client", ClientSecret = "s3cret" };

    public static OutboundMessage Message(string text) => new()
    {
        ConversationId = "0-01e67a8c216-000-8c9ea98e",
        EffectId = "effect-1",
        Language = "en",
        Parts = text.Length > 0 ? [new TextPart(text)] : [],
    };

    public async Task<Delivery> SendAsync(OutboundMessage message) =>
        await Channel.SendAsync(message, TestContext.Current.CancellationToken);

    public void Dispose() => http.Dispose();
}
