using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Access.OpenId;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Support;

/// <summary>A cockpit and a provider, and browsers that go to and fro.</summary>
internal sealed class OpenIdStage : IAsyncDisposable
{
    public const string Begin = "/api/admin/session/openid";

    private OpenIdStage(CockpitServer server, IdentityProvider provider)
    {
        Server = server;
        Provider = provider;
    }

    public CockpitServer Server { get; }

    public IdentityProvider Provider { get; }

    public static async Task<OpenIdStage> StartAsync(CancellationToken cancellationToken, TimeProvider? clock = null)
    {
        var provider = await IdentityProvider.StartAsync();
        var port = Spark.Tests.LoopbackPort.Free();
        var server = await CockpitServer.StartAsync(
            cancellationToken,
            services =>
            {
                if (clock is not null)
                {
                    services.AddSingleton(clock);
                }

                services.AddSparkOpenId(new()
                {
                    Name = "Contoso",
                    Authority = new Uri(provider.Url),
                    ClientId = IdentityProvider.ClientId,
                    ClientSecret = IdentityProvider.ClientSecret,
                    PublicUrl = new Uri($"http://127.0.0.1:{port}"),
                    Roles = new Dictionary<Role, IReadOnlyList<string>>
                    {
                        [Role.Administrator] = ["Spark.Administrators"], [Role.Designer] = ["Spark.Designers"], [Role.Reader] = ["Spark.Readers"],
                    },
                    Bots = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["hr"] = ["HR"] },
                });
            },
            port);
        return new(server, provider);
    }

    /// <summary>Goes to the provider and comes back as far as its redirect: the address that the browser would open next, here.</summary>
    public static async Task<Uri> ComeBackAsync(HttpClient browser, CancellationToken cancellationToken, string begin = Begin)
    {
        using var away = await browser.GetAsync(begin, cancellationToken);
        away.StatusCode.ShouldBe(HttpStatusCode.Redirect, await away.Content.ReadAsStringAsync(cancellationToken));
        using var back = await browser.GetAsync(away.Headers.Location, cancellationToken);
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return back.Headers.Location!;
    }

    /// <summary>Signs in, to the last redirect, as the provider's redirect makes a browser ask.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, CancellationToken cancellationToken, string begin = Begin) =>
        await OpenAsync(browser, await ComeBackAsync(browser, cancellationToken, begin), cancellationToken);

    public static async Task<HttpResponseMessage> OpenAsync(HttpClient browser, Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        return await browser.SendAsync(request, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
