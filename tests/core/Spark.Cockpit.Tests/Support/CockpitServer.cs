using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Spark.Cockpit.Access;
using Spark.Cockpit.Access.Tokens;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Insights;
using Spark.Cockpit.Pages;
using Spark.Cockpit.Studio;
using Spark.Cockpit.Studio.Intents;
using Spark.Cockpit.Studio.Talking;
using Spark.Plugins;
using Spark.Runtime;
using Spark.Runtime.Accounts;
using Spark.Runtime.Bots;
using Spark.Runtime.Configuration;
using Spark.Runtime.Credentials;
using Spark.Runtime.Tokens;
using Spark.Storage;

namespace Spark.Cockpit.Tests.Support;

/// <summary>The whole admin API and the cockpit's page on loopback, over a real database and no plugins.</summary>
internal sealed class CockpitServer : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    // The accounts of tests that are not about passwords: a hash that is slow as it should be is half a second of their time.
    private static readonly byte[] CheapHash = PasswordHash.Of(Password, iterations: 1_000);

    private readonly WebApplication app;
    private readonly DirectoryInfo folder;

    private CockpitServer(WebApplication app, DirectoryInfo folder)
    {
        this.app = app;
        this.folder = folder;
        Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Url { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>The routes below the admin API.</summary>
    public IReadOnlyList<RouteEndpoint> Routes =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/admin", StringComparison.Ordinal))];

    public static async Task<CockpitServer> StartAsync(CancellationToken cancellationToken, Action<IServiceCollection>? configure = null, int port = 0)
    {
        var made = Directory.CreateTempSubdirectory("spark-cockpit-");
        var page = made.CreateSubdirectory("page");
        await File.WriteAllTextAsync(Path.Combine(page.FullName, "index.html"), "<meta nonce=\"__nonce__\">", cancellationToken);
        page.CreateSubdirectory("assets");
        await File.WriteAllTextAsync(Path.Combine(page.FullName, "assets", "index-1.js"), "1", cancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new AdminAccess(AllowRemote: false));
        builder.Services.AddSparkSqlite(Path.Combine(made.FullName, "data"));
        builder.Services.AddSparkPlugins();
        builder.Services.AddSingleton<IBotCompiler, NoBots>();
        builder.Services.AddSingleton<IBotStudio, NoStudio>();
        builder.Services.AddSingleton<IBotTalk, NoTalk>();
        builder.Services.AddSingleton<IBotUnderstanding, NoUnderstanding>();
        builder.Services.AddSingleton<IConversationInsight, NoInsight>();
        builder.Services.AddSparkRuntime();
        builder.Services.AddSparkConfiguration();
        builder.Services.AddSparkAdminDocument();
        builder.Services.Configure<CredentialKeyOptions>(options =>
        {
            options.File = Path.Combine(made.FullName, "keys");
            options.MayCreate = true;
        });
        builder.Services.AddSparkCockpit(page.FullName);
        configure?.Invoke(builder.Services);
        Directory.CreateDirectory(Path.Combine(made.FullName, "data"));
        var built = builder.Build();
        await built.Services.GetRequiredService<PluginHost>().LoadAsync(new() { Roots = [] }, cancellationToken);
        built.MapSparkAdmin();
        built.MapSparkCockpit();
        await built.StartAsync(cancellationToken);
        return new(built, made);
    }

    /// <summary>A browser: it keeps cookies, and no page has told it anything yet.</summary>
    public HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = Url };

    /// <summary>A command, with the admin token.</summary>
    public async Task<HttpClient> CommandAsync(CancellationToken cancellationToken)
    {
        var client = new HttpClient { BaseAddress = Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", await Services.GetRequiredService<AdminToken>().RotateAsync(cancellationToken));
        return client;
    }

    /// <summary>A script, with a token of its own.</summary>
    public async Task<HttpClient> ScriptAsync(IEnumerable<Right> rights, IReadOnlyList<string>? bots, CancellationToken cancellationToken)
    {
        var (_, secret) = await Services.GetRequiredService<AccessTokens>().CreateAsync("script", rights, bots, TimeSpan.FromDays(1), "test", cancellationToken);
        var client = new HttpClient { BaseAddress = Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    /// <summary>Makes an account, and a browser in which it is signed in.</summary>
    public async Task<HttpClient> SignInAsync(Role role, CancellationToken cancellationToken, IReadOnlyList<string>? bots = null)
    {
        var name = role.ToString().ToLowerInvariant();
        await Services.GetRequiredService<IAccountStore>().TryAddAsync(
            new() { Name = name, Display = name, Role = role, Password = CheapHash, CreatedAt = DateTimeOffset.UnixEpoch, Bots = bots }, onlyFirst: false, cancellationToken);
        var browser = Browser();
        using var answer = await browser.PostAsJsonAsync("/api/admin/session", new { name, password = Password }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        using var session = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
        browser.DefaultRequestHeaders.Add("X-Spark-Csrf", session.RootElement.GetProperty("csrf").GetString());
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
