using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Spark.Cockpit.Tests.Support;

/// <summary>A far side on loopback that takes everything down and answers as it is told.</summary>
internal sealed class FarSide : IAsyncDisposable
{
    private readonly WebApplication app;

    private FarSide(WebApplication app) => this.app = app;

    public Uri Url => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");

    public ConcurrentQueue<TakenRequest> Requests { get; } = new();

    /// <summary>What it answers.</summary>
    public Func<TakenRequest, IResult> Answer { get; set; } = _ => Results.Text("{}", "application/json");

    public TakenRequest Last => Requests.Last();

    public static async Task<FarSide> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var built = builder.Build();
        var far = new FarSide(built);
        built.Map("{**path}", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var taken = new TakenRequest(
                http.Request.Method,
                Microsoft.AspNetCore.Http.Extensions.UriHelper.GetEncodedPathAndQuery(http.Request),
                http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                await reader.ReadToEndAsync());
            far.Requests.Enqueue(taken);
            return far.Answer(taken);
        });
        await built.StartAsync();
        return far;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
