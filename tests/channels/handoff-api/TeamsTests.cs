using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Spark.Tests;

namespace Spark.Channels.HandoffApi.Tests;

/// <summary>A third-party chatbot hands over with curl's requests, and the employee goes on in Teams.</summary>
public sealed class TeamsTests : IAsyncLifetime
{
    private const string AppId = "00000000-0000-4000-8000-00000000b07a";
    private const string Tenant = "00000000-0000-4000-8000-0000000000aa";
    private const string AppSecret = "the-secret-of-the-app";

    private readonly string folder = Directory.CreateTempSubdirectory("spark-handoff-teams-").FullName;
    private ChildProcess teams = null!;
    private SparkHost host = null!;
    private HttpClient control = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var (port, far) = (LoopbackPort.Free(), LoopbackPort.Free());
        var data = Path.Combine(folder, "data");
        Directory.CreateDirectory(Path.Combine(data, "secrets"));
        await File.WriteAllTextAsync(Path.Combine(data, "secrets", "teams"), AppSecret, Cancelled);
        var environment = Path.Combine(folder, "environment.yaml");
        await File.WriteAllTextAsync(
            environment,
            $$"""
            publicUrl: http://127.0.0.1:{{port}}
            channels:
              teams:
                plugin: teams
                bot: desk
                paths: [/api/messages]
                allowPrivate: true
                settings:
                  appId: {{AppId}}
                  clientSecret: file:teams
                  tenants: [{{Tenant}}]
                  channelMetadataUrl: http://127.0.0.1:{{far}}/v1/.well-known/openidconfiguration
                  loginUrl: http://127.0.0.1:{{far}}
                  serviceHosts: ["http://127.0.0.1:{{far}}"]
              handoff: { plugin: handoff-api, bot: desk, paths: [/oauth2/default/v1/token, /api/v1/spark/handoff], settings: { target: teams } }
            connections:
              elsewhere: { plugin: handoff-api, settings: { tokenUrl: "http://127.0.0.1:{{port}}/", handoffUrl: "http://127.0.0.1:{{port}}/", clientId: none, clientSecret: file:teams } }
            """,
            Cancelled);
        teams = ChildProcess.StartDotnet(
            Repository.Path("artifacts", "simulators", "teams", "teams-simulator.dll"),
            [
                "--urls", $"http://127.0.0.1:{far}", "--bot", $"http://127.0.0.1:{port}/api/messages", "--app-id", AppId,
                "--client-secret", AppSecret, "--tenant", Tenant, "--exit-with-parent",
            ]);
        control = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{far}"), Timeout = TimeSpan.FromSeconds(70) };
        await teams.WaitForLineAsync("listening on", Cancelled);
        host = await SparkHost.StartAsync(environment, data, port, Cancelled, bots: Path.Combine(Repository.Path("tests"), "channels", "handoff-api", "bots"));
        var token = host.Output.Split('\n').Single(line => line.Contains("shown this once", StringComparison.Ordinal)).Split(": ")[^1].Trim();
        host.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async ValueTask DisposeAsync()
    {
        control.Dispose();
        await host.DisposeAsync();
        await teams.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_employee_sees_the_card_and_the_answer_and_goes_on()
    {
        var client = await CreateClientAsync();
        (await HandOverAsync(client, "alex@contoso.example", "I have no Wi-Fi")).ShouldBe("404");

        // The app is installed, and nothing was ever said: the bot writes first.
        await PostAsync("installations", new JsonObject { ["person"] = "alex", ["action"] = "add" });
        (await HandOverUntilKnownAsync(client, "alex@contoso.example", "I have no Wi-Fi")).ShouldBe("204");
        var (answered, answer) = await HearAsync("Use Acme-Guest. (Ask Me, INC7, ", after: 0);
        answer.ShouldContain("Alex Wilber");
        var (shown, card) = await HearAsync("has handed your conversation over to me", after: 0);
        shown.ShouldBeLessThan(answered);
        card.ShouldContain("application/vnd.microsoft.card.adaptive");
        card.ShouldContain("Ask Me");
        card.ShouldContain("I have no Wi-Fi");

        // A question that is open is the employee's to answer, and nobody else's.
        await SayAsync("pay my invoice");
        var (asked, _) = await HearAsync("Shall I pay?", answered);
        (await HandOverAsync(client, "alex@contoso.example", "yes")).ShouldBe("204");
        var (again, _) = await HearAsync("Shall I pay?", asked);
        (await TextsAsync(again)).ShouldNotContain(text => text.Contains("Paid.", StringComparison.Ordinal));
        await SayAsync("yes");
        await HearAsync("Paid.", again);
    }

    private Task SayAsync(string text) => PostAsync("messages", new JsonObject { ["person"] = "alex", ["text"] = text });

    // What the bot said, and where it stands; waits for it.
    private async Task<(int Count, string Activity)> HearAsync(string text, int after)
    {
        for (var count = after + 1; ; count++)
        {
            var activity = (await TextsAsync(count))[count - 1];
            if (activity.Contains(text, StringComparison.Ordinal))
            {
                return (count, activity);
            }
        }
    }

    private async Task<(string Id, string Secret)> CreateClientAsync()
    {
        using var response = await host.Http.PostAsJsonAsync("api/admin/api-clients", new { name = "Ask Me", permissions = new[] { "spark-api" } }, Cancelled);
        var made = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancelled))!;
        return (made["clientId"]!.GetValue<string>(), made["secret"]!.GetValue<string>());
    }

    // The installation reaches the bot a moment after it was made.
    private async Task<string> HandOverUntilKnownAsync((string, string) client, string employee, string question)
    {
        var began = TimeProvider.System.GetTimestamp();
        string status;
        while ((status = await HandOverAsync(client, employee, question)) == "404" && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(100, Cancelled);
        }

        return status;
    }

    private async Task<string> HandOverAsync((string Id, string Secret) client, string employee, string question)
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(Repository.Path("tests"), "channels", "handoff-api", "hand-over.sh")]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["SPARK"] = host.Url.ToString().TrimEnd('/');
        start.Environment["CLIENT_ID"] = client.Id;
        start.Environment["CLIENT_SECRET"] = client.Secret;
        start.Environment["EMPLOYEE"] = employee;
        start.Environment["QUESTION"] = question;
        using var curl = Process.Start(start)!;
        var status = await curl.StandardOutput.ReadToEndAsync(Cancelled);
        await curl.WaitForExitAsync(Cancelled);
        return status;
    }

    private async Task PostAsync(string what, JsonObject body)
    {
        using var response = await control.PostAsJsonAsync($"__sim/{what}", body, Cancelled);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(Cancelled));
    }

    private async Task<IReadOnlyList<string>> TextsAsync(int replies)
    {
        using var response = await control.GetAsync(new Uri($"__sim/conversations?id=alex&replies={replies}", UriKind.Relative), Cancelled);
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        response.IsSuccessStatusCode.ShouldBeTrue($"{replies}: {text}\n{host.Output}");
        return [.. JsonNode.Parse(text)!["messages"]!.AsArray().Where(message => message!["from"]!.GetValue<string>() == "bot").Select(message => message!["activity"]!.ToJsonString())];
    }
}
