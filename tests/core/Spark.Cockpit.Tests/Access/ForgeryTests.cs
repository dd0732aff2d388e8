using System.Net;
using System.Net.Http.Headers;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Access;

/// <summary>Another site makes the browser of somebody who is signed in ask for something.</summary>
public sealed class ForgeryTests
{
    private const string Refused = "SPK14043";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_route_that_changes_anything_listens_to_another_site_or_to_who_was_told_nothing()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = await server.SignInAsync(Role.Administrator, Cancelled);
        var told = browser.DefaultRequestHeaders.GetValues("X-Spark-Csrf").Single();
        (string Name, string? Value)[][] forgeries =
        [
            [("X-Spark-Csrf", null)],
            [("X-Spark-Csrf", "")],
            [("X-Spark-Csrf", told[..^1])],
            [("Sec-Fetch-Site", "cross-site")],
            [("Sec-Fetch-Site", "same-site")],
            [("Origin", "https://evil.example")],
            [("Origin", "null")],
            [("Origin", $"http://{server.Url.Host}:1")],
            [("Sec-Fetch-Site", "cross-site"), ("Origin", server.Url.GetLeftPart(UriPartial.Authority))],
        ];
        var routes = server.Routes.SelectMany(RouteCall.Names).Where(name => !name.StartsWith("GET ", StringComparison.Ordinal) && !name.Contains("{*", StringComparison.Ordinal)).ToList();
        routes.Count.ShouldBeGreaterThan(50);
        var wrong = new List<string>();
        foreach (var forgery in forgeries)
        {
            browser.DefaultRequestHeaders.Remove("X-Spark-Csrf");
            foreach (var (name, value) in forgery.Append(("X-Spark-Csrf", forgery.Any(one => one.Name == "X-Spark-Csrf") ? null : told)).Where(header => header.Item2 is not null))
            {
                browser.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
            }

            foreach (var route in routes.Where(route => !IsOpen(route) || forgery[0].Name != "X-Spark-Csrf"))
            {
                using var answer = await RouteCall.SendAsync(browser, route, Cancelled);
                if (answer.StatusCode != HttpStatusCode.Forbidden || !(await answer.Content.ReadAsStringAsync(Cancelled)).Contains(Refused, StringComparison.Ordinal))
                {
                    wrong.Add($"{route}, {string.Join(", ", forgery)}: {answer.StatusCode}");
                }
            }

            foreach (var (name, _) in forgery)
            {
                browser.DefaultRequestHeaders.Remove(name);
            }
        }

        wrong.ShouldBeEmpty();
    }

    // A form of another site can send text, and no more: neither is read as what the API reads.
    [Fact]
    public async Task A_form_signs_nobody_in()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var known = await server.SignInAsync(Role.Reader, Cancelled);
        using var browser = server.Browser();
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x" })
        {
            using var content = new StringContent($$"""{"name":"reader","password":"{{CockpitServer.Password}}"}""");
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

            using var answer = await browser.PostAsync("/api/admin/session", content, Cancelled);

            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, type);
            answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }
    }

    private static bool IsOpen(string route) => route is "POST /session" or "POST /session/first";
}
