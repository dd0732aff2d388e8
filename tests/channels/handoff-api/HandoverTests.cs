using System.Text;
using System.Text.Json;
using Spark.Channels.HandoffApi.Tests.Support;

namespace Spark.Channels.HandoffApi.Tests;

/// <summary>A conversation is handed over and goes on on the target.</summary>
public sealed class HandoverTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task The_bot_introduces_itself_and_answers_on_the_target()
    {
        var answer = await stage.HandAsync(
            await stage.TokenAsync(),
            "Pat@Contoso.com",
            """{"message": {"parts": [{"type": "TEXT", "text": "I have no Wi-Fi"}]}, "metadata": {"source": "bot", "ticket": "INC7"}, "unknown": [1]}""",
            ("Timezone", "Europe/Zurich"));
        answer.Status.ShouldBe(204, answer.Body);
        answer.Body.ShouldBeEmpty();
        answer.Headers["X-Conversation-Id"].ShouldBe("a%3Apat%40contoso.com");
        (await stage.Connector.SaidAsync("a:pat@contoso.com", 2)).ShouldBe(
            ["Ask Me has handed your conversation over to me. You asked:\nI have no Wi-Fi", "Use Acme-Guest. (Ask Me, INC7, Europe/Zurich, pat)"]);
    }

    [Fact]
    public async Task The_bytes_of_a_client_in_use_are_taken()
    {
        var answer = await stage.HandAsync(
            await stage.TokenAsync(),
            "python@contoso.com",
            "{\"message\": {\"parts\": [{\"type\": \"TEXT\", \"text\": \"B\\u00fcro\\u2026\"}, {\"type\": \"FILE\", \"fileContent\": \"Zm9v\", \"mimeType\": \"image/png\"}]}, \"metadata\": {\"source\": \"bot\"}}",
            ("Timezone", "Europe/Zurich"));
        answer.Status.ShouldBe(204, answer.Body);
        (await stage.Connector.SaidAsync("a:python@contoso.com", 2))[0].ShouldEndWith("You asked:\nBüro…\nattachment-1.png.txt");
    }

    [Fact]
    public async Task A_name_in_latin_1_and_one_in_utf_8_are_the_same_employee()
    {
        var token = await stage.TokenAsync();
        (await stage.HandAsync(token, Encoding.Latin1.GetBytes("jürg@contoso.com"), Stage.Body("wifi"))).Status.ShouldBe(204);
        await stage.Connector.SaidAsync("a:jürg@contoso.com", 2);
        (await stage.HandAsync(token, Encoding.UTF8.GetBytes("jürg@contoso.com"), Stage.Body("wifi"))).Status.ShouldBe(204);
        await stage.Connector.SaidAsync("a:jürg@contoso.com", 4);
    }

    [Fact]
    public async Task It_never_answers_an_open_question_which_is_asked_again()
    {
        var token = await stage.TokenAsync();
        (await stage.HandAsync(token, "payer@contoso.com", Stage.Body("pay my invoice"))).Status.ShouldBe(204);
        (await stage.Connector.SaidAsync("a:payer@contoso.com", 2))[1].ShouldStartWith("Shall I pay?");
        (await stage.HandAsync(token, "payer@contoso.com", Stage.Body("yes"))).Status.ShouldBe(204);
        var said = await stage.Connector.SaidAsync("a:payer@contoso.com", 4);
        said[3].ShouldStartWith("Shall I pay?");
        await stage.SayAsync("a:payer@contoso.com", "yes");
        (await stage.Connector.SaidAsync("a:payer@contoso.com", 5))[4].ShouldBe("Paid.");
    }

    [Fact]
    public async Task The_same_key_hands_over_once_and_without_keys_every_call_counts()
    {
        var token = await stage.TokenAsync();
        for (var i = 0; i < 3; i++)
        {
            (await stage.HandAsync(token, "keyed@contoso.com", Stage.Body("wifi"), ("Idempotency-Key", "k-1"))).Status.ShouldBe(204);
        }

        (await stage.HandAsync(token, "keyed@contoso.com", Stage.Body("wifi"), ("Idempotency-Key", "k-2"))).Status.ShouldBe(204);
        await stage.Connector.SaidAsync("a:keyed@contoso.com", 4);
        (await stage.HandAsync(token, "keyed@contoso.com", Stage.Body("wifi"))).Status.ShouldBe(204);
        (await stage.HandAsync(token, "keyed@contoso.com", Stage.Body("wifi"))).Status.ShouldBe(204);
        (await stage.Connector.SaidAsync("a:keyed@contoso.com", 8)).Count.ShouldBe(8);
    }

    [Fact]
    public async Task Many_at_once_for_one_employee_are_one_search()
    {
        var token = await stage.TokenAsync();
        var gate = new TaskCompletionSource();
        stage.Connector.Gate = gate.Task;
        var before = stage.Connector.Searches;
        var calls = Enumerable.Range(0, 10).Select(i => stage.HandAsync(token, i % 2 == 0 ? "busy@contoso.com" : "BUSY@contoso.com", Stage.Body("wifi"))).ToList();
        await stage.Connector.SearchAsync(before);
        gate.SetResult();
        stage.Connector.Gate = Task.CompletedTask;
        (await Task.WhenAll(calls)).ShouldAllBe(answer => answer.Status == 204);

        // One that comes only when those before it are answered begins another.
        (stage.Connector.Searches - before).ShouldBeLessThan(calls.Count);
        (await stage.Connector.SaidAsync("a:busy@contoso.com", 20)).Count.ShouldBe(20);
    }

    [Fact]
    public async Task Files_can_be_fetched_by_whoever_the_bot_shows_them_to()
    {
        (await stage.HandAsync(
            await stage.TokenAsync(),
            "filer@contoso.com",
            """{"message": {"parts": [{"type": "FILE", "mimeType": "image/png", "fileContent": "Zm9v"}]}}""")).Status.ShouldBe(204);
        await stage.Connector.SaidAsync("a:filer@contoso.com", 2);
        var shown = await stage.AdminAsync("conversation?address=teams%2Fa%3Afiler%40contoso.com&texts=true");
        var address = System.Text.RegularExpressions.Regex.Match(shown.GetRawText(), "http://[^\" ]+/files/[A-Za-z0-9_-]+\\?until=[0-9]+(&|\\\\u0026)proof=[A-Za-z0-9_-]+").Value.Replace("\\u0026", "&", StringComparison.Ordinal);
        using var file = await stage.Host.Http.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("foo");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain", "what it is is told by its content");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        using var gone = await stage.Host.Http.GetAsync(new Uri(address + "x"), TestContext.Current.CancellationToken);
        ((int)gone.StatusCode).ShouldBe(403);
    }

    [Fact]
    public async Task Every_call_is_in_the_audit_without_what_was_said()
    {
        var token = await stage.TokenAsync();
        await stage.HandAsync(token, "audited@contoso.com", Stage.Body("the secret of my life"));
        await stage.HandAsync(token, "audited@elsewhere.com", Stage.Body("the secret of my life"));
        var audit = await stage.AdminAsync("audit?limit=1000");
        audit.GetRawText().ShouldNotContain("secret of my life");
        var calls = audit.GetProperty("entries").EnumerateArray()
            .Where(entry => entry.GetProperty("subject").GetString()?.StartsWith("audited@", StringComparison.Ordinal) == true)
            .Select(entry => (entry.GetProperty("what").GetString(), entry.GetProperty("actor").GetString(), JsonDocument.Parse(entry.GetProperty("details").GetString()!).RootElement.GetProperty("status").GetInt32()))
            .ToList();
        calls.ShouldBe([("handoff.refused", "api-client:" + stage.ClientId, 403), ("handoff.accepted", "api-client:" + stage.ClientId, 204)]);
    }

    [Fact]
    public async Task A_bot_on_another_channel_hands_over_the_same_way()
    {
        await stage.SayAsync("c:web", "take me to Teams", channel: "chat");
        (await stage.Connector.SaidAsync("c:web", 1))[0].ShouldBe("Go on in Teams please.");
        (await stage.Connector.SaidAsync("a:jane@contoso.com", 1)).ShouldContain(text => text.EndsWith("You asked:\ntake me to Teams", StringComparison.Ordinal));
    }
}
