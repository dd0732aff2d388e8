using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>What was really said on a running host: replayed, explained, compared with a draft and made into a test.</summary>
public sealed partial class ReplayTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_conversation_is_replayed_explained_compared_and_recorded_while_its_host_runs()
    {
        folder.Write("environment.yaml", "publicUrl: http://127.0.0.1:1\nchannels:\n  web: { plugin: web-chat, bot: little, settings: { secret: \"a secret of sixteen and more\" } }\n");
        Draft("Fine, {name}.");
        await using var host = await SparkHost.StartAsync(folder.Path("environment.yaml"), folder.Path("data"), LoopbackPort.Free(), Token, folder.Path("bots"));
        string[] access = ["--data", folder.Path("data"), "--token", TokenLine().Match(host.Output).Groups["token"].Value];
        var conversation = await TalkAsync(host.Http, "Jo");

        (await SparkAsync(0, ["replay", $"web/{conversation}", .. access])).ShouldContain("turns: identical");

        var shown = await SparkAsync(0, ["conversation", "show", $"web/{conversation}", .. access]);
        var key = KeyPattern().Match(shown).Value;
        var why = await SparkAsync(0, ["why", $"{key}-2-0", .. access]);
        why.ShouldContain("Jo");
        why.ShouldContain("start.fine");

        Draft("Very well, {name}.");
        var whatIf = await SparkAsync(0, ["whatif", folder.Path("bots", "little"), .. access]);
        whatIf.ShouldContain("- Fine, Jo.");
        whatIf.ShouldContain("+ Very well, Jo.");
        whatIf.ShouldContain("1 conversation: 1 turn would be answered otherwise.");

        Draft("Fine, {name}.");
        await SparkAsync(0, ["conversation", "record", $"web/{conversation}", "--to", folder.Path("bots", "little", "tests", "found.test.yaml"), .. access]);
        (await SparkAsync(0, ["test", folder.Path("bots", "little")])).ShouldContain("1 of 1");

        (await SparkAsync(0, ["bot", "off", "little", .. access])).ShouldContain("is off");
        (await SparkAsync(0, ["versions", "little", .. access])).ShouldContain("is switched off");
        (await SparkAsync(0, ["bot", "on", "little", .. access])).ShouldContain("is on");
        (await SparkAsync(2, ["bot", "off", "lttle", .. access])).ShouldContain("SPK12034");
    }

    [Fact]
    public async Task What_was_said_in_confidence_is_replayed_with_the_hosts_key_alone_and_shown_by_nothing()
    {
        const string Secret = "zebra-83612";
        var key = new Dictionary<string, string>(StringComparer.Ordinal) { ["Seal__Key"] = Convert.ToBase64String(Enumerable.Range(1, 32).Select(number => (byte)number).ToArray()) };
        folder.Write("environment.yaml", "publicUrl: http://127.0.0.1:1\nchannels:\n  web: { plugin: web-chat, bot: little, settings: { secret: \"a secret of sixteen and more\" } }\n");
        folder.Write("bots/little/bot.yaml", "spark: 1\nbot: little\nlanguages: [en]\nvariables: { pin: { type: text, sensitive: true } }\nevents: { started: start, not-understood: start }\n");
        folder.Write("bots/little/dialogs/start.yaml", """
            dialog: start
            steps:
              - { id: pin, ask: Your word?, into: pin }
              - when: $length(pin) = 11
                then: { id: fine, say: "It is long enough.", end: resolved }
              - { id: short, say: "It is not.", end: resolved }

            """);
        await using var host = await SparkHost.StartAsync(
            folder.Path("environment.yaml"), folder.Path("data"), LoopbackPort.Free(), Token, folder.Path("bots"), variables: key);
        string[] access = ["--data", folder.Path("data"), "--token", TokenLine().Match(host.Output).Groups["token"].Value];
        var conversation = await TalkAsync(host.Http, Secret);

        (await SparkAsync(2, ["replay", $"web/{conversation}", .. access])).ShouldContain("SPK12043");
        (await SparkAsync(0, ["whatif", folder.Path("bots", "little"), .. access])).ShouldContain("1 more hold answers under a seal");
        var shown = await SparkAsync(0, ["conversation", "show", $"web/{conversation}", .. access]);
        var told = new List<string> { shown, host.Output };
        told.Add(await SparkAsync(0, ["replay", $"web/{conversation}", .. access], key));
        told[^1].ShouldContain("turns: identical");
        told.Add(await SparkAsync(0, ["why", $"{KeyPattern().Match(shown).Value}-2-0", .. access], key));
        told[^1].ShouldContain("start.fine");
        told.Add(await SparkAsync(0, ["conversation", "record", $"web/{conversation}", .. access], key));
        told[^1].ShouldContain("said in confidence");
        told.Add(await SparkAsync(0, ["whatif", folder.Path("bots", "little"), .. access], key));
        told[^1].ShouldContain("1 conversation: 0 turns");
        told.ShouldAllBe(text => !text.Contains(Secret, StringComparison.Ordinal));

        var stored = Directory.GetFiles(folder.Path("data"), "spark.db*");
        stored.ShouldNotBeEmpty();
        stored.ShouldAllBe(file => !Holds(file, Secret));
    }

    // The host has it open.
    private static bool Holds(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
    }

    private void Draft(string fine)
    {
        folder.Write("bots/little/bot.yaml", "spark: 1\nbot: little\nlanguages: [en]\nvariables: { name: { type: text } }\nevents: { started: start, not-understood: start }\n");
        folder.Write("bots/little/dialogs/start.yaml", $$"""
            dialog: start
            steps:
              - { id: who, ask: Who are you?, into: name }
              - { id: fine, say: "{{fine}}", end: resolved }

            """);
    }

    private static async Task<string> TalkAsync(HttpClient http, params string[] texts)
    {
        using var begun = await http.PostAsync(new Uri("/channels/web/v3/directline/tokens/generate", UriKind.Relative), null, Token);
        var token = (await begun.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("token").GetString();
        var opened = await SendAsync(http, token, "/channels/web/v3/directline/conversations", null);
        var id = opened.GetProperty("conversationId").GetString()!;
        foreach (var text in texts)
        {
            await SendAsync(http, token, $"/channels/web/v3/directline/conversations/{id}/activities", JsonContent.Create(new { type = "message", text, from = new { id = "jo" } }));
        }

        return id;
    }

    private static async Task<JsonElement> SendAsync(HttpClient http, string? token, string path, HttpContent? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, Token);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(Token));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
    }

    private static async Task<string> SparkAsync(int code, string[] arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        await using var process = ChildProcess.StartDotnet(SparkHost.Assembly, arguments, variables);
        (await process.WaitForExitAsync(Token)).ShouldBe(code, process.Output);
        return process.Output;
    }

    [GeneratedRegex(@"shown this once: (?<token>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TokenLine();

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex KeyPattern();
}
