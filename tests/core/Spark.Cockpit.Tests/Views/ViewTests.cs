using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Spark.Cockpit.Access;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Accounts;
using Spark.Runtime.Views;
using Microsoft.Extensions.DependencyInjection;

namespace Spark.Cockpit.Tests.Views;

public sealed class ViewTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_has_views_of_their_own_and_sees_those_that_administrators_share()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var administrator = await server.SignInAsync(Role.Administrator, Cancelled);
        using var agent = await server.SignInAsync(Role.SupportAgent, Cancelled);

        (await PutAsync(agent, "Mine", "state=open&time=week", isShared: false)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PutAsync(agent, "Mine", "state=open&time=day&sort=oldest", isShared: false)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PutAsync(agent, "Ours", "outcome=Escalated", isShared: true)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await PutAsync(administrator, "Ours", "outcome=Escalated", isShared: true)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await ListAsync(agent)).ShouldBe([("Ours", "outcome=Escalated", true), ("Mine", "state=open&time=day&sort=oldest", false)]);
        (await ListAsync(administrator)).ShouldBe([("Ours", "outcome=Escalated", true)]);
        (await agent.DeleteAsync("/api/admin/views/Ours?shared=true", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.DeleteAsync("/api/admin/views/Mine", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await agent.DeleteAsync("/api/admin/views/Mine", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ListAsync(agent)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("A", "next=https://evil.example")]
    [InlineData("A", "time=week&<script>=1")]
    [InlineData(" ", "time=week")]
    [InlineData("a name that is far too long to be read in a menu, whatever the screen is", "time=week")]
    public async Task What_is_no_view_is_refused(string name, string query)
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var agent = await server.SignInAsync(Role.SupportAgent, Cancelled);

        using var answer = await PutAsync(agent, name, query, isShared: false);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Cancelled)).ShouldContain("SPK14080");
    }

    [Fact]
    public async Task An_account_takes_its_views_along_and_a_token_has_none()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var agent = await server.SignInAsync(Role.SupportAgent, Cancelled);
        using var script = await server.ScriptAsync([Right.SeeConversations], null, Cancelled);
        await PutAsync(agent, "Mine", "time=week", isShared: false);
        var views = server.Services.GetRequiredService<IViewStore>();

        (await PutAsync(script, "Mine", "time=week", isShared: false)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await views.ListAsync("supportagent", Cancelled)).ShouldHaveSingleItem();
        await server.Services.GetRequiredService<IAccountStore>().RemoveAsync("supportagent", Cancelled);

        (await views.ListAsync("supportagent", Cancelled)).ShouldBeEmpty();
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string name, string query, bool isShared) =>
        client.PutAsJsonAsync($"/api/admin/views/{Uri.EscapeDataString(name)}", new { query, isShared }, Cancelled);

    private static async Task<IReadOnlyList<(string, string, bool)>> ListAsync(HttpClient client) =>
    [
        .. JsonElement.Parse(await client.GetStringAsync("/api/admin/views", Cancelled)).GetProperty("views").EnumerateArray()
            .Select(view => (view.GetProperty("name").GetString()!, view.GetProperty("query").GetString()!, view.GetProperty("isShared").GetBoolean())),
    ];
}
