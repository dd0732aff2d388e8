using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Spark.Simulators.Sparkcentral.CommandLine;
using Spark.Simulators.Sparkcentral.Hosting;
using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.Tests.Support;

/// <summary>The simulator in this process, over real HTTP, with a stub of a virtual agent behind its webhook.</summary>
internal sealed class SimulatorUnderTest : IAsyncDisposable
{
    public const string ClientId = "demo-client";
    public const string ClientSecret = "demo-secret";

    private readonly WebApplication app;

    private SimulatorUnderTest(WebApplication app, StubVirtualAgent agent)
    {
        this.app = app;
        Agent = agent;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public StubVirtualAgent Agent { get; }

    public HttpClient Http { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SimulatorUnderTest> StartAsync(
        WireProfile profile = WireProfile.Classic2019, RetryTimestamp retryTimestamp = RetryTimestamp.Fresh)
    {
        var agent = await StubVirtualAgent.StartAsync(Token);
        var options = new SimulatorOptions
        {
            Urls = "http://127.0.0.1:0",
            Tenant = new TenantSettings
            {
                Profile = profile,
                SecretHex = StubVirtualAgent.SecretHex,
                Webhook = agent.Webhook,
                ClientId = ClientId,
                ClientSecret = ClientSecret,
                RetryTimestamp = retryTimestamp,
            },
        };
        var built = SimulatorApplication.Build(options, TimeProvider.System);
        await built.StartAsync(Token);
        return new SimulatorUnderTest(built, agent);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) =>
        Http.PostAsJsonAsync(path, body ?? new { }, Token);

    /// <summary>A control call that must succeed.</summary>
    public async Task<JsonElement> ControlAsync(string path, object? body = null)
    {
        using var response = await PostAsync($"/__sim/{path}", body);
        var text = await response.Content.ReadAsStringAsync(Token);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public async Task<JsonElement> InspectAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri($"/__sim/{path}", UriKind.Relative), Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Writes as a new contact and waits until the virtual agent has heard it.</summary>
    public async Task<string> StartConversationAsync(string text = "Hello")
    {
        var id = (await ControlAsync("messages", new { text })).GetProperty("conversationId").GetString()!;
        await InspectAsync($"deliveries?conversationId={id}&waitForEnded=2");
        return id;
    }

    public Task<JsonElement> ConversationAsync(string id, string waitFor = "") => InspectAsync($"conversations/{id}?{waitFor}");

    public Task AdvanceAsync(double seconds) => ControlAsync("clock/advance", new { seconds });

    public async Task<HttpResponseMessage> TokenAsync(
        string user = $"{ClientId}:{ClientSecret}", string form = "grant_type=client_credentials&scope=client-read", string path = "/virtual-agent/oauth2/token")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        if (user.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));
        }

        return await Http.SendAsync(request, Token);
    }

    public async Task<string> NewTokenAsync()
    {
        using var response = await TokenAsync();
        var token = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        return token.GetProperty("access_token").GetString()!;
    }

    public async Task<HttpResponseMessage> ManipulateAsync(string conversationId, string json, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/virtual-agent/conversations/{conversationId}", UriKind.Relative))
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? await NewTokenAsync());
        return await Http.SendAsync(request, Token);
    }

    public async Task<HttpStatusCode> ManipulateStatusAsync(string conversationId, string json)
    {
        using var response = await ManipulateAsync(conversationId, json);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await Agent.DisposeAsync();
    }
}
