using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Metrics;
using Spark.Runtime.Access;
using Spark.Runtime.Bots;
using Spark.Runtime.Configuration;
using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;
using Spark.Runtime.Tokens;
using Spark.Storage;
using Spark.Tests;

namespace Spark.Cockpit.Tests.Support;

/// <summary>The admin API and the metrics on loopback; what no test looks at lies in a real database.</summary>
internal sealed class AdminServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DirectoryInfo data;

    private AdminServer(WebApplication app, DirectoryInfo data, string token)
    {
        this.app = app;
        this.data = data;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Stranger = new HttpClient { BaseAddress = new Uri(address) };
        Http = new HttpClient { BaseAddress = new Uri(address) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public FakeOutboxDesk Desk => app.Services.GetRequiredService<FakeOutboxDesk>();

    public FakeConversations Conversations => app.Services.GetRequiredService<FakeConversations>();

    public FakeDatabase Database => app.Services.GetRequiredService<FakeDatabase>();

    /// <summary>With the token.</summary>
    public HttpClient Http { get; }

    /// <summary>Without it.</summary>
    public HttpClient Stranger { get; }

    public static async Task<AdminServer> StartAsync(params string[] meters)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ISettingsStore, MemorySettings>();
        builder.Services.AddSingleton<AdminToken>();
        builder.Services.AddSingleton(new AdminAccess(AllowRemote: false));
        builder.Services.AddSingleton<FakeOutboxDesk>();
        builder.Services.AddSingleton<IOutboxDesk>(provider => provider.GetRequiredService<FakeOutboxDesk>());
        builder.Services.AddSingleton<FakeConversations>();
        builder.Services.AddSingleton<IConversationIndex>(provider => provider.GetRequiredService<FakeConversations>());
        builder.Services.AddSingleton<IConversationLog>(provider => provider.GetRequiredService<FakeConversations>());
        builder.Services.AddSingleton<FakeDatabase>();
        builder.Services.AddSingleton<IDatabaseCare>(provider => provider.GetRequiredService<FakeDatabase>());
        builder.Services.AddSingleton<OutboxOperations>();
        var publications = new FakePublications();
        builder.Services.AddSingleton<IPublicationStore>(publications);
        builder.Services.AddSingleton<IBotVersionStore>(publications);
        builder.Services.AddSingleton(new MetricsCollector(meters, []));
        var made = Directory.CreateTempSubdirectory("spark-test-");
        builder.Services.AddSparkSqlite(made.FullName);
        builder.Services.AddSingleton<ApiClients>();
        builder.Services.AddSparkConfiguration();
        var built = builder.Build();
        built.MapSparkDatabase();
        built.MapSparkMetrics();
        await built.StartAsync();
        return new(built, made, await built.Services.GetRequiredService<AdminToken>().RotateAsync(CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Stranger.Dispose();
        await app.DisposeAsync();
        data.Delete(recursive: true);
    }
}
