using System.Text.Json;
using Spark.Testing;

namespace Spark.Offload.SparkcentralQueue.Tests.Support;

/// <summary>A queue with the parts that a test looks at. Its HTTP client refuses to be used: the provider calls nobody.</summary>
internal sealed class TestQueue
{
    private readonly AgentQueue queue;

    public TestQueue(SparkcentralQueueSettings? settings = null) =>
        queue = AgentQueue.Create(settings ?? new SparkcentralQueueSettings(), Services);

    public CollectingLogs Logs { get; } = new();

    public InstanceServices Services => new()
    {
        InstanceId = "desk",
        Http = new HttpClient(new UnusedNetwork()),
        Time = new ManualClock(),
        Logs = Logs,
        PublicUrl = new Uri("https://spark.example"),
    };

    public static OffloadRequest Request(string fields = "{}", string variables = "{}") => new()
    {
        EffectId = "effect-1",
        ConversationId = "0-01e67a8c216-000-8c9ea98e",
        Channel = "sparkcentral",
        ChannelInstance = "support",
        Language = "en",
        Fields = JsonElement.Parse(fields),
        Variables = JsonElement.Parse(variables),
    };

    public async Task<OffloadDecision> OpenAsync(OffloadRequest request) =>
        await queue.OpenAsync(request, TestContext.Current.CancellationToken);
}
