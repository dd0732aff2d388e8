using System.Text;
using System.Text.Json;
using Spark.Channels.HandoffApi.Tests.Support;

namespace Spark.Channels.HandoffApi.Tests;

/// <summary>
/// What is refused, and that a client in use can read it: one of its statuses, and a body of <c>message</c> alone. A refusal stores
/// nothing.
/// </summary>
public sealed class RefusalTests(Stage stage) : IClassFixture<Stage>
{
    private const string Good = """{"message": {"parts": [{"type": "TEXT", "text": "wifi"}]}}""";

    public static TheoryData<string, string> Bodies => new()
    {
        { "", "not JSON" },
        { "{", "not JSON" },
        { "[]", "'message' is missing" },
        { "null", "'message' is missing" },
        { "{}", "'message' is missing" },
        { """{"message": null}""", "'message' is missing" },
        { """{"message": {}}""", "at least one part" },
        { """{"message": {"parts": []}}""", "at least one part" },
        { """{"message": {"parts": {}}}""", "at least one part" },
        { """{"message": {"parts": ["wifi"]}}""", "message.parts[0].type" },
        { """{"message": {"parts": [{"text": "wifi"}]}}""", "message.parts[0].type" },
        { """{"message": {"parts": [{"type": "text", "text": "wifi"}]}}""", "message.parts[0].type" },
        { """{"message": {"parts": [{"type": "TEXT", "text": "wifi"}, {"type": "VIDEO"}]}}""", "message.parts[1].type" },
        { """{"message": {"parts": [{"type": "TEXT"}]}}""", "message.parts[0].text" },
        { """{"message": {"parts": [{"type": "TEXT", "text": ""}]}}""", "message.parts[0].text" },
        { """{"message": {"parts": [{"type": "TEXT", "text": 7}]}}""", "message.parts[0].text" },
        { """{"message": {"parts": [{"type": "TEXT", "text": "\ud800"}]}}""", "well-formed" },
        { """{"message": {"parts": [{"type": "FILE", "fileContent": "Zm9v"}]}}""", "message.parts[0].mimeType" },
        { """{"message": {"parts": [{"type": "FILE", "mimeType": "", "fileContent": "Zm9v"}]}}""", "message.parts[0].mimeType" },
        { """{"message": {"parts": [{"type": "FILE", "mimeType": "application/x-msdownload", "fileContent": "Zm9v"}]}}""", "not taken" },
        { """{"message": {"parts": [{"type": "FILE", "mimeType": "image/png"}]}}""", "message.parts[0].fileContent" },
        { """{"message": {"parts": [{"type": "FILE", "mimeType": "image/png", "fileContent": "Zm9"}]}}""", "not base64" },
        { """{"message": {"parts": [{"type": "TEXT", "text": "wifi"}]}, "metadata": []}""", "'metadata'" },
        { """{"message": {"parts": [{"type": "TEXT", "text": "wifi"}]}, "metadata": {"n": 1}}""", "'metadata.n'" },
        { """{"message": {"parts": [{"type": "TEXT", "text": "wifi"}]}, "metadata": {"n": null}}""", "'metadata.n'" },
        { """{"message": {"parts": [{"type": "TEXT", "text": "wifi"}]}, "transcript": [{"role": "system", "text": "x"}]}""", "transcript[0]" },
        { "{\"message\": {\"parts\": [" + string.Join(',', Enumerable.Repeat("{\"type\": \"TEXT\", \"text\": \"a\"}", 21)) + "]}}", "20 parts" },
        { "{\"message\": {\"parts\": [{\"type\": \"TEXT\", \"text\": \"" + new string('a', 10_001) + "\"}]}}", "10000 characters" },
        { "{\"message\": {\"parts\": [{\"type\": \"TEXT\", \"text\": \"a\"}]}, \"metadata\": {\"k\": \"" + new string('a', 8_000) + "\"}}", "8000 characters" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_wrong_is_told_where(string body, string says)
    {
        var answer = await stage.HandAsync(await stage.TokenAsync(), "refused@contoso.com", body);
        Message(answer, 400).ShouldContain(says);
        stage.Connector.SaidSoFar("a:refused@contoso.com").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"message": {"parts": [{"type": "TEXT", "text": "wifi"}]}, "metadata": null}""")]
    [InlineData("""{"message": {"parts": [{"type": "FILE", "mimeType": "image/png", "fileContent": ""}]}}""")]
    [InlineData("""{"message": {"parts": [{"type": "FILE", "mimeType": "text/plain; charset=utf-8", "fileContent": "Zm9v"}], "role": "user"}, "transcript": [{"role": "bot", "text": "Hi"}]}""")]
    public async Task Twins_of_what_is_wrong_are_taken(string body) =>
        (await stage.HandAsync(await stage.TokenAsync(), "twin@contoso.com", body)).Status.ShouldBe(204);

    [Fact]
    public async Task A_body_above_the_limit_is_400_and_not_413()
    {
        var file = Convert.ToBase64String(new byte[5 * 1024 * 1024 + 1]);
        var token = await stage.TokenAsync();
        Message(await stage.HandAsync(token, "refused@contoso.com", File(file)), 400).ShouldContain("too large");
        Message(await stage.HandAsync(token, "refused@contoso.com", File(file + file + file)), 400).ShouldContain("larger than");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer abc")]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.")]
    public async Task Without_a_token_that_holds_it_is_401(string? authorization)
    {
        (string, byte[])[] headers = authorization is null ? [] : [("Authorization", Encoding.ASCII.GetBytes(authorization))];
        var answer = await RawHttp.PostAsync(stage.Url, "/api/v1/spark/handoff", Encoding.UTF8.GetBytes(Good), [.. headers, ("User-Principal-Name", "refused@contoso.com"u8.ToArray())]);
        Message(answer, 401);
        answer.Headers["WWW-Authenticate"].ShouldStartWith("Bearer");
    }

    [Theory]
    [InlineData("")]
    [InlineData("jane")]
    [InlineData("@contoso.com")]
    [InlineData("jane@")]
    [InlineData("jane doe@contoso.com")]
    [InlineData("jane@contoso.com,joe@contoso.com")]
    public async Task A_name_that_is_none_is_400(string upn) => Message(await stage.HandAsync(await stage.TokenAsync(), upn, Good), 400).ShouldContain("User-Principal-Name");

    [Fact]
    public async Task A_missing_name_is_400()
    {
        var answer = await RawHttp.PostAsync(
            stage.Url, "/api/v1/spark/handoff", Encoding.UTF8.GetBytes(Good), ("Authorization", Encoding.ASCII.GetBytes("Bearer " + await stage.TokenAsync())));
        Message(answer, 400).ShouldContain("User-Principal-Name");
    }

    [Fact]
    public async Task A_client_speaks_only_for_the_people_of_its_domains()
    {
        var token = await stage.TokenAsync();
        Message(await stage.HandAsync(token, "jane@fabrikam.com", Good), 403);
        Message(await stage.HandAsync(token, "jane@contoso.com.fabrikam.com", Good), 403);
        (await stage.HandAsync(token, "twin@CONTOSO.com", Good)).Status.ShouldBe(204);
    }

    [Theory]
    [InlineData(404, 404)]
    [InlineData(403, 404)]
    [InlineData(500, 502)]
    [InlineData(429, 502)]
    public async Task What_the_target_says_becomes_a_status_that_clients_know(int connector, int status)
    {
        var token = await stage.TokenAsync();
        stage.Connector.Refuses = connector;
        try
        {
            Message(await stage.HandAsync(token, "refused@contoso.com", Good), status).ShouldNotBeEmpty();
        }
        finally
        {
            stage.Connector.Refuses = 0;
        }
    }

    [Theory]
    [InlineData("nowhere", "gone")]
    [InlineData("loop", "cannot write to people first")]
    public async Task A_target_that_is_not_there_or_reaches_nobody_is_503(string instance, string says)
    {
        var answer = await stage.HandAsync(await stage.TokenAsync(), "refused@contoso.com"u8.ToArray(), Good, $"/channels/{instance}/api/v1/spark/handoff");
        Message(answer, 503).ShouldContain(says);
        int.Parse(answer.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_get_and_other_addresses_are_404()
    {
        using var got = await stage.Host.Http.GetAsync(new Uri("api/v1/spark/handoff", UriKind.Relative), TestContext.Current.CancellationToken);
        ((int)got.StatusCode).ShouldBe(404);
        Message(await stage.HandAsync(await stage.TokenAsync(), "refused@contoso.com"u8.ToArray(), Good, "/channels/handoff/other"), 404);
    }

    private static string Message(RawAnswer answer, int status)
    {
        answer.Status.ShouldBe(status, answer.Body);
        answer.Headers["Content-Type"].ShouldStartWith("application/json");
        var field = JsonDocument.Parse(answer.Body).RootElement.EnumerateObject().ShouldHaveSingleItem();
        field.Name.ShouldBe("message");
        return field.Value.GetString()!;
    }

    private static string File(string base64) => "{\"message\": {\"parts\": [{\"type\": \"FILE\", \"mimeType\": \"image/png\", \"fileContent\": \"" + base64 + "\"}]}}";
}
