using System.Net;
using System.Text;
using System.Text.Json;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Admin;

/// <summary>Who sends a body of another type than an address reads is told which, and not that there is no such address.</summary>
public sealed class ReadTypesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PUT", "accounts/bob", "text/plain", "This address reads application/json: send that, with Content-Type: application/json.")]
    [InlineData("POST", "studio/talk", "application/x-www-form-urlencoded", "This address reads application/json: send that, with Content-Type: application/json.")]
    [InlineData("PUT", "categories", "application/json", "This address reads text/csv: send that, with Content-Type: text/csv.")]
    public async Task A_body_of_another_type_is_refused_with_the_type_that_is_read(string method, string path, string type, string reason)
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = await server.SignInAsync(Role.Administrator, Cancelled);

        var (status, code, message) = await SendAsync(browser, method, path, type);

        (status, code, message).ShouldBe((HttpStatusCode.UnsupportedMediaType, "SPK14004", reason));
    }

    [Theory]
    [InlineData("PUT", "nowhere")]
    [InlineData("DELETE", "studio/talk")]
    [InlineData("POST", "accounts/bob/more")]
    public async Task Where_there_is_no_address_the_type_does_not_matter(string method, string path)
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = await server.SignInAsync(Role.Administrator, Cancelled);

        foreach (var type in new[] { "text/plain", "application/json" })
        {
            var (status, code, _) = await SendAsync(browser, method, path, type);
            (status, code).ShouldBe((HttpStatusCode.NotFound, "SPK14003"));
        }
    }

    [Fact]
    public async Task It_is_told_to_nobody_who_is_not_signed_in()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var nobody = server.Browser();

        (await SendAsync(nobody, "PUT", "accounts/bob", "text/plain")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<(HttpStatusCode Status, string? Code, string? Message)> SendAsync(HttpClient client, string method, string path, string type)
    {
        using var request = new HttpRequestMessage(new(method), new Uri($"/api/admin/{path}", UriKind.Relative)) { Content = new StringContent("{}", Encoding.UTF8, type) };
        using var answer = await client.SendAsync(request, Cancelled);
        var body = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancelled));
        return (answer.StatusCode, body.GetProperty("code").GetString(), body.GetProperty("message").GetString());
    }
}
