using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Access;
using Spark.Cockpit.Access.Tokens;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Access;

public sealed class AccessTokenTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_shown_once_kept_as_a_hash_and_ends_when_it_is_revoked()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var administrator = await server.SignInAsync(Role.Administrator, Cancelled);
        using var made = await administrator.PostAsJsonAsync("/api/admin/access-tokens", new { name = "nightly", rights = new[] { "SeeConversations" }, days = 30 }, Cancelled);
        using var answer = JsonDocument.Parse(await made.Content.ReadAsStringAsync(Cancelled));
        var secret = answer.RootElement.GetProperty("secret").GetString()!;
        var id = answer.RootElement.GetProperty("token").GetProperty("id").GetString();
        using var script = Script(server, secret);

        (await script.GetAsync("/api/admin/episodes", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await script.GetAsync("/api/admin/bots", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var listed = await administrator.GetStringAsync("/api/admin/access-tokens", Cancelled);
        listed.ShouldContain("\"name\":\"nightly\"");
        listed.ShouldContain("\"usedAt\":\"");
        listed.ShouldNotContain(secret);
        var kept = (await server.Services.GetRequiredService<IAccessTokenStore>().ListAsync(Cancelled)).Single();
        kept.Hash.Length.ShouldBe(32);
        kept.MadeBy.ShouldBe("administrator");

        (await administrator.DeleteAsync($"/api/admin/access-tokens/{id}", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await script.GetAsync("/api/admin/episodes", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await administrator.DeleteAsync($"/api/admin/access-tokens/{id}", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_token_ends_by_itself()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        var (_, secret) = await server.Services.GetRequiredService<AccessTokens>()
            .CreateAsync("old", [Right.SeeConversations], null, TimeSpan.FromSeconds(-1), "test", Cancelled);
        using var script = Script(server, secret);

        (await script.GetAsync("/api/admin/episodes", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_that_cannot_be_meant_is_not_made()
    {
        string[] requests =
        [
            """{"name":"","rights":["SeeBots"],"days":1}""",
            """{"name":"a","rights":[],"days":1}""",
            """{"name":"a","rights":["SeeBots"],"days":0}""",
            """{"name":"a","rights":["SeeBots"],"days":4000}""",
            """{"name":"a","rights":["Administer"],"bots":["it-support"],"days":1}""",
            """{"name":"a","rights":["SeeBots"],"bots":[],"days":1}""",
            """{"name":"a","rights":["SeeEverything"],"days":1}""",
        ];
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var administrator = await server.SignInAsync(Role.Administrator, Cancelled);
        foreach (var request in requests)
        {
            using var answer = await administrator.PostAsync("/api/admin/access-tokens", new StringContent(request, System.Text.Encoding.UTF8, "application/json"), Cancelled);

            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, request);
        }

        (await server.Services.GetRequiredService<IAccessTokenStore>().ListAsync(Cancelled)).ShouldBeEmpty();
    }

    private static HttpClient Script(CockpitServer server, string secret)
    {
        var client = new HttpClient { BaseAddress = server.Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }
}
