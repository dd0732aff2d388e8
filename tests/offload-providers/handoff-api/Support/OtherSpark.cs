using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Spark.Testing;

namespace Spark.Offload.HandoffApi.Tests.Support;

/// <summary>The Spark that takes conversations: gives tokens that hold for 900 seconds, and notes what it was handed.</summary>
internal sealed class OtherSpark : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Handover> handovers = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });
    private int tokens;

    private OtherSpark(WebApplication app) => this.app = app;

    public ManualClock Clock { get; } = new();

    /// <summary>How many tokens were given.</summary>
    public int Tokens => Volatile.Read(ref tokens);

    public IReadOnlyCollection<Handover> Handovers => handovers;

    /// <summary>What is answered to a handoff.</summary>
    public Func<Handover, int> Answer { get; set; } = _ => 204;

    public int TokenStatus { get; set; } = 200;

    public static async Task<OtherSpark> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        var spark = new OtherSpark(built);
        built.MapPost("/token", spark.GiveAsync);
        built.MapPost("/handoff", spark.TakeAsync);
        await built.StartAsync();
        return spark;
    }

    public HandoffLink Connect()
    {
        var url = app.Urls.First();
        var settings = new HandoffOffloadSettings
        {
            TokenUrl = new Uri(url + "/token"), HandoffUrl = new Uri(url + "/handoff"), ClientId = "id", ClientSecret = "sec:ret",
        };
        return HandoffLink.Create(settings, new()
        {
            InstanceId = "elsewhere", Http = http, Time = Clock, Logs = NullLoggerFactory.Instance, PublicUrl = new Uri("http://localhost"),
        });
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private async Task GiveAsync(HttpContext context)
    {
        context.Request.Headers.Authorization.ToString().ShouldBe("Basic aWQ6c2VjOnJldA==");
        using var reader = new StreamReader(context.Request.Body);
        (await reader.ReadToEndAsync()).ShouldBe("grant_type=client_credentials&scope=service%3Aintegration");
        var number = Interlocked.Increment(ref tokens);
        context.Response.StatusCode = TokenStatus;
        if (TokenStatus == 200)
        {
            await context.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = 900, access_token = $"t{number}", scope = "service:integration" });
        }
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers;
        var handover = new Handover(
            headers.Authorization.ToString(), headers["User-Principal-Name"].ToString(), headers["Timezone"], headers["Idempotency-Key"], await reader.ReadToEndAsync());
        handovers.Enqueue(handover);
        context.Response.StatusCode = Answer(handover);
    }
}
