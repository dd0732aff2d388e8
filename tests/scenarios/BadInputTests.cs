using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>Whatever a person sends to a running host is answered with something that was meant, and a fault is never seen.</summary>
public sealed partial class BadInputTests : IAsyncLifetime
{
    private const string Asked = "What is wrong?";
    private const string Refused = "Sorry, I cannot use that answer. Please try again.";
    private const string Away = "That button is no longer available.";
    private readonly TemporaryFolder folder = new();
    private SparkHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        folder.Write("environment.yaml", "publicUrl: http://127.0.0.1:1\nchannels:\n  web: { plugin: web-chat, bot: bad, settings: { secret: \"a secret of sixteen and more\" } }\n");
        Draft("gone: { title: Gone, goto: gone }");
        host = await SparkHost.StartAsync(folder.Path("environment.yaml"), folder.Path("data"), LoopbackPort.Free(), Token, folder.Path("bots"));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Each_bad_input_has_its_answer_and_the_conversation_goes_on()
    {
        var emojis = string.Concat(Enumerable.Repeat("\U0001F600", 10_000));
        (await AnswersAsync(Text(new string('a', 4_001)))).ShouldBe([TooLong, Asked]);
        (await AnswersAsync(Text(emojis))).ShouldBe([TooLong, Asked]);
        (await AnswersAsync(Text(""))).ShouldBe([Refused]);
        (await AnswersAsync(Text(" \n\t "))).ShouldBe([Refused]);
        (await AnswersAsync("""{"type":"message","from":{"id":"jo"},"attachments":[{"contentType":"image/png","contentUrl":"https://acme.example/a.png","name":"a.png"}]}"""))
            .ShouldBe([Refused]);
        (await AnswersAsync(Text("\u05E9\u05DC\u05D5\u05DD, \u202Eabc\u202C"))).ShouldBe(["Noted: \u05E9\u05DC\u05D5\u05DD, \u202Eabc\u202C"]);
        (await AnswersAsync(Text(new string('a', 4_000)))).ShouldBe([$"Noted: {new string('a', 4_000)}"]);

        // No database keeps it: it is replaced, and the rest stays.
        (await AnswersAsync("""{"type":"message","from":{"id":"jo"},"text":"a\u0000b\u0007c"}""")).ShouldBe(["Noted: a\uFFFDb\u0007c"]);

        // Half a character is no text in JSON: the message is refused, and the next one is heard.
        var (id, access) = await OpenAsync();
        using (var refused = await RequestAsync($"/channels/web/v3/directline/conversations/{id}/activities", access, """{"type":"message","from":{"id":"jo"},"text":"\ud83d"}"""))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await PostAsync(id, access, Text("the screen"))).ShouldBe(["Noted: the screen"]);
        host.Output.ShouldNotContain("fail:");
        host.Output.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task A_button_of_an_older_version_is_answered()
    {
        var token = TokenLine().Match(host.Output).Groups["token"].Value;
        var (id, access) = await OpenAsync();
        await PostAsync(id, access, Text("the screen"));
        var menu = (await FeedAsync(id, access))[^1];
        var button = menu.GetProperty("suggestedActions").GetProperty("actions").EnumerateArray().Single(action => action.GetProperty("title").GetString() == "Gone");

        Draft("other: { title: Other, goto: gone }");
        await using var publish = ChildProcess.StartDotnet(
            SparkHost.Assembly, ["publish", folder.Path("bots", "bad"), "--move", "restart", "--data", folder.Path("data"), "--token", token]);
        (await publish.WaitForExitAsync(Token)).ShouldBe(0, publish.Output);

        var said = await PostAsync(id, access, $$"""{"type":"message","from":{"id":"jo"},"text":"Gone","value":{{button.GetProperty("value").GetRawText()}}}""");
        said.ShouldContain(Away);
        host.Output.ShouldNotContain("fail:");
    }

    private static string TooLong => "That message is too long for me. Please say it in fewer words.";

    private void Draft(string button)
    {
        folder.Write("bots/bad/bot.yaml", "spark: 1\nbot: bad\nlanguages: [en]\nvariables: { problem: { type: text } }\nevents: { started: start }\n");
        folder.Write("bots/bad/dialogs/start.yaml", $$"""
            dialog: start
            steps:
              - { id: what, ask: "{{Asked}}", into: problem }
              - id: noted
                say: "Noted: {problem}"
                buttons:
                  {{button}}

            """);
        folder.Write("bots/bad/dialogs/gone.yaml", "dialog: gone\nsteps:\n  - { id: away, say: You went. }\n");
    }

    private static string Text(string text) => $$"""{"type":"message","from":{"id":"jo"},"text":{{JsonSerializer.Serialize(text)}}}""";

    // What the bot says to one message of a conversation that has just begun.
    private async Task<IReadOnlyList<string>> AnswersAsync(string activity)
    {
        var (id, access) = await OpenAsync();
        return await PostAsync(id, access, activity);
    }

    private async Task<(string Id, string Access)> OpenAsync()
    {
        var generated = await SendAsync("/channels/web/v3/directline/tokens/generate", null, null);
        var access = generated.GetProperty("token").GetString()!;
        var opened = await SendAsync("/channels/web/v3/directline/conversations", access, null);
        var id = opened.GetProperty("conversationId").GetString()!;
        (await SaidAsync(id, access)).ShouldBe([Asked]);
        return (id, access);
    }

    private async Task<IReadOnlyList<string>> PostAsync(string id, string access, string activity)
    {
        var before = (await SaidAsync(id, access)).Count;
        await SendAsync($"/channels/web/v3/directline/conversations/{id}/activities", access, activity);
        return [.. (await SaidAsync(id, access)).Skip(before)];
    }

    private async Task<IReadOnlyList<string>> SaidAsync(string id, string access) =>
        [.. (await FeedAsync(id, access)).Select(activity => activity.GetProperty("text").GetString()!)];

    private async Task<IReadOnlyList<JsonElement>> FeedAsync(string id, string access)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/channels/web/v3/directline/conversations/{id}/activities", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access);
        using var response = await host.Http.SendAsync(request, Token);
        var feed = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Token));
        return
        [
            .. feed.GetProperty("activities").EnumerateArray()
                .Where(activity => activity.GetProperty("type").GetString() == "message"
                    && activity.GetProperty("from").TryGetProperty("role", out var role) && role.GetString() == "bot"),
        ];
    }

    private async Task<JsonElement> SendAsync(string path, string? access, string? body)
    {
        using var response = await RequestAsync(path, access, body);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(Token));
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Token));
    }

    private async Task<HttpResponseMessage> RequestAsync(string path, string? access, string? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = access is null ? null : new AuthenticationHeaderValue("Bearer", access);
        return await host.Http.SendAsync(request, Token);
    }

    [GeneratedRegex(@"shown this once: (?<token>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TokenLine();
}
