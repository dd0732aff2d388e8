using System.Net;
using System.Text.Json;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Access;

/// <summary>A link that somebody was given has more in it than an address.</summary>
public sealed class ReflectionTests
{
    private static readonly string[] Hostile =
    [
        "\"></title><script>alert(1)</script><svg/onload=alert(1)>",
        "javascript:alert(1)//'-alert(1)-'",
        "//evil.example/",
        "\r\nSet-Cookie: evil=1\r\n\r\n<script>alert(1)</script>",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_answer_of_the_API_is_a_page_a_header_or_a_way_elsewhere_whatever_it_was_asked()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = await server.SignInAsync(Role.Administrator, Cancelled);
        var routes = server.Routes.SelectMany(RouteCall.Names).Where(name => !name.Contains("{*", StringComparison.Ordinal) && name != "DELETE /session").ToList();
        var wrong = new List<string>();
        foreach (var text in Hostile)
        {
            var body = JsonSerializer.Serialize(new { name = text, text, code = text, bot = text, file = text, display = text, password = text, reason = text });
            foreach (var route in routes)
            {
                using var answer = await RouteCall.SendAsync(browser, route, Cancelled, Uri.EscapeDataString(text), body);
                var isData = answer.Content.Headers.ContentType?.MediaType is null or "application/json" or "text/plain" or "text/csv" or "text/event-stream" or "application/xliff+xml";
                var isSniffed = answer.Content.Headers.ContentType is not null && !answer.Headers.Contains("X-Content-Type-Options");
                var leads = answer.Headers.Location?.OriginalString;
                if (!isData || isSniffed || answer.Headers.Contains("Set-Cookie") || leads?.StartsWith("/cockpit/", StringComparison.Ordinal) == false)
                {
                    wrong.Add($"{route} with {text}: {answer.StatusCode} {answer.Content.Headers.ContentType} {leads}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_says_nothing_of_its_address_and_leads_nowhere_else()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = server.Browser();
        foreach (var text in Hostile)
        {
            using var page = await browser.GetAsync($"/cockpit/{Uri.EscapeDataString(text)}?q={Uri.EscapeDataString(text)}", Cancelled);

            (await page.Content.ReadAsStringAsync(Cancelled)).ShouldMatch("^<meta nonce=\"[\\w-]+\">$");
            page.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("alert");
        }

        foreach (var path in new[] { "/", "/cockpit", "//evil.example/cockpit", "/cockpit//evil.example", "/cockpit/..//evil.example", "/%5Cevil.example/", "/cockpit?returnUrl=//evil.example" })
        {
            using var answer = await browser.GetAsync(new Uri(server.Url.GetLeftPart(UriPartial.Authority) + path), Cancelled);

            (answer.Headers.Location?.OriginalString ?? "/cockpit/").ShouldBe("/cockpit/", path);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.NotFound);
        }
    }
}
