using System.Text;
using System.Text.Json;
using Spark.Channels.HandoffApi.Tests.Support;

namespace Spark.Channels.HandoffApi.Tests;

/// <summary>The token endpoint, as clients in use call it (contract §1.3, §1.4).</summary>
public sealed class TokenTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_token_comes_with_the_four_fields_that_clients_need()
    {
        var answer = await stage.AskTokenAsync(stage.ClientId, stage.Secret);
        answer.Status.ShouldBe(200);
        answer.Headers["Cache-Control"].ShouldBe("no-store");
        var token = JsonDocument.Parse(answer.Body).RootElement;
        token.EnumerateObject().Select(field => field.Name).ShouldBe(["token_type", "expires_in", "access_token", "scope"], ignoreOrder: true);
        token.GetProperty("token_type").GetString().ShouldBe("Bearer");
        token.GetProperty("expires_in").GetInt32().ShouldBe(900);
        token.GetProperty("scope").GetString().ShouldBe("service:integration");
        token.GetProperty("access_token").GetString()!.Length.ShouldBe(43);
    }

    [Fact]
    public async Task Older_clients_send_the_credentials_and_nothing_else() =>
        (await stage.AskTokenAsync(stage.ClientId, stage.Secret, form: "", path: "/api/v1/token")).Status.ShouldBe(200);

    [Theory]
    [InlineData("grant_type=client_credentials")]
    [InlineData("scope=service:integration&grant_type=client_credentials")]
    [InlineData("grant_type=client_credentials&scope=service%3aintegration&more=1")]
    public async Task Forms_that_say_the_same_are_taken(string form) => (await stage.AskTokenAsync(stage.ClientId, stage.Secret, form)).Status.ShouldBe(200);

    [Theory]
    [InlineData("")]
    [InlineData("grant_type=password&scope=service%3Aintegration")]
    [InlineData("grant_type=client_credentials&scope=openid")]
    public async Task Other_forms_are_refused(string form) => Message(await stage.AskTokenAsync(stage.ClientId, stage.Secret, form), 400);

    [Fact]
    public async Task A_secret_ends_where_the_header_ends_and_may_hold_colons()
    {
        // A right secret never holds one; a wrong one that does must be read whole: cut at its colon it would be right.
        Message(await stage.AskTokenAsync(stage.ClientId, stage.Secret + ":more"), 401);
        (await stage.AskTokenAsync(stage.ClientId, stage.Secret)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic")]
    [InlineData("Basic ===")]
    [InlineData("Basic bm9jb2xvbg==")]
    [InlineData("Bearer abc")]
    public async Task What_is_no_basic_header_is_refused(string? header)
    {
        (string, byte[])[] headers = header is null ? [] : [("Authorization", Encoding.ASCII.GetBytes(header))];
        var answer = await RawHttp.PostAsync(stage.Url, "/oauth2/default/v1/token", "grant_type=client_credentials"u8.ToArray(), headers);
        Message(answer, 401);
        answer.Headers["WWW-Authenticate"].ShouldStartWith("Basic");
    }

    [Fact]
    public async Task Wrong_secrets_and_unknown_clients_look_alike_and_grow_slower_while_a_right_one_does_not()
    {
        var first = await TimeAsync(stage.ClientId, "wrong");
        var second = await TimeAsync("spark-unknown", stage.Secret);
        second.Answer.Body.ShouldBe(first.Answer.Body);
        Message(first.Answer, 401);
        var third = await TimeAsync(stage.ClientId, "wrong");
        // A quarter of a second, doubled with each: a machine that is busy makes it longer and never shorter.
        third.Took.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        var shortest = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var right = await TimeAsync(stage.ClientId, stage.Secret);
            right.Answer.Status.ShouldBe(200);
            shortest = right.Took < shortest ? right.Took : shortest;
        }

        // Held back, each would have taken two seconds.
        shortest.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_new_secret_holds_beside_the_old_one_and_a_revoked_client_is_out_with_its_tokens()
    {
        var (id, old) = await stage.CreateClientAsync("Rotating");
        var token = await stage.TokenAsync(id, old);
        var fresh = (await stage.AdminAsync($"api-clients/{id}/rotate", new { overlapSeconds = 3600 })).GetProperty("secret").GetString()!;
        (await stage.AskTokenAsync(id, old)).Status.ShouldBe(200);
        (await stage.AskTokenAsync(id, fresh)).Status.ShouldBe(200);
        var newest = (await stage.AdminAsync($"api-clients/{id}/rotate", new { overlapSeconds = 0 })).GetProperty("secret").GetString()!;
        (await stage.AskTokenAsync(id, fresh)).Status.ShouldBe(401);
        (await stage.HandAsync(token, "rotating@contoso.com", Stage.Body("wifi"))).Status.ShouldBe(204);
        await stage.AdminAsync($"api-clients/{id}/revoke", new { });
        (await stage.HandAsync(token, "rotating@contoso.com", Stage.Body("wifi"))).Status.ShouldBe(401);
        (await stage.AskTokenAsync(id, newest)).Status.ShouldBe(401);
        var listed = (await stage.AdminAsync("api-clients")).GetProperty("clients").EnumerateArray().Single(client => client.GetProperty("id").GetString() == id);
        listed.GetProperty("revokedAt").ValueKind.ShouldBe(JsonValueKind.String);
        listed.GetRawText().ShouldNotContain(newest);
    }

    private static void Message(RawAnswer answer, int status)
    {
        answer.Status.ShouldBe(status);
        JsonDocument.Parse(answer.Body).RootElement.EnumerateObject().Select(field => field.Name).ShouldBe(["message"]);
    }

    private async Task<(RawAnswer Answer, TimeSpan Took)> TimeAsync(string id, string secret)
    {
        var began = TimeProvider.System.GetTimestamp();
        var answer = await stage.AskTokenAsync(id, secret);
        return (answer, TimeProvider.System.GetElapsedTime(began));
    }
}
