using System.Text;
using System.Text.Json.Nodes;
using Spark.Files;
using Spark.Messages;
using Spark.Testing;
using Spark.Webhooks;

namespace Spark.Channels.Teams.Tests.Support;

/// <summary>A channel with the parts that a test looks at.</summary>
internal sealed class TestChannel : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public TestChannel(FarSide side, Func<TeamsSettings, TeamsSettings>? change = null, IFileCabinet? files = null)
    {
        Side = side;
        var settings = Settings(side);
        Channel = TeamsChannel.Create(change?.Invoke(settings) ?? settings, new ChannelServices
        {
            InstanceId = "teams",
            Http = http,
            Time = Clock,
            Logs = Logs,
            PublicUrl = new Uri("http://127.0.0.1:5080"),
            HearsOnlyLoopback = true,
            Feed = new EmptyFeed(),
            People = People,
            Files = files,
        });
    }

    public FarSide Side { get; }

    public ManualClock Clock { get; } = new();

    public CollectingLogs Logs { get; } = new();

    public MemoryPeople People { get; } = new();

    public TeamsChannel Channel { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TeamsSettings Settings(FarSide side) => new()
    {
        AppId = Activities.AppId,
        ClientSecret = "bot-secret",
        TenantId = Activities.Tenant,
        CallerTenants = [Activities.CallerTenant],
        ChannelMetadataUrl = new Uri(side.Address, "/v1/.well-known/openidconfiguration"),
        LoginUrl = side.Address,
        ServiceHosts = [side.Address.ToString()],
        LookUpPeople = false,
    };

    public static OutboundMessage Message(WebhookReceipt receipt, params MessagePart[] parts)
    {
        var inbound = receipt.Events[^1];
        return new() { ConversationId = inbound.ConversationId, ChannelDetails = inbound.ChannelDetails, EffectId = "effect-1", Language = "en", Parts = parts };
    }

    public Forgery Forge(JsonObject? activity = null) => new(Side, Clock.GetUtcNow(), activity);

    public async Task<WebhookReceipt> ReceiveAsync(JsonObject activity) => await ReceiveAsync(Forge(activity).Request());

    public async Task<WebhookReceipt> ReceiveAsync(WebhookRequest request) => await Channel.ReceiveAsync(request, Token);

    public async Task<T> AcceptAsync<T>(JsonObject activity)
        where T : InboundEvent
    {
        var receipt = await ReceiveAsync(activity);
        receipt.Answer.Status.ShouldBe(200);
        return receipt.Events.ShouldHaveSingleItem().ShouldBeOfType<T>();
    }

    /// <summary>Sends parts into the conversation of a message that has come.</summary>
    public async Task<Delivery> SayAsync(params MessagePart[] parts) =>
        await SendAsync(Message(await ReceiveAsync(Activities.Message(Side.ServiceUrl, "hi")), parts));

    public async Task<Delivery> SendAsync(OutboundMessage message) => await Channel.SendAsync(message, Token);

    public static string Text(WebhookResponse response) => Encoding.UTF8.GetString(response.Body.Span);

    public void Dispose()
    {
        Channel.Dispose();
        http.Dispose();
    }
}
