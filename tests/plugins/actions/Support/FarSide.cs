using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Spark.Actions.Tests.Support;

/// <summary>A real HTTP server on loopback that remembers what it was asked.</summary>
internal sealed class FarSide : IAsyncDisposable
{
    private readonly WebApplication application;

    private FarSide(WebApplication application) => this.application = application;

    public ConcurrentQueue<Heard> Requests { get; } = new();

    public Heard Only => Requests.ToArray().ShouldHaveSingleItem();

    public Uri Address { get; private set; } = new("http://unset");

    public static async Task<FarSide> StartAsync(RequestDelegate answer, X509Certificate2? server = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            if (server is not null)
            {
                listen.UseHttps(server, https =>
                {
                    https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                    https.AllowAnyClientCertificate();
                });
            }
        }));
        var application = builder.Build();
        var far = new FarSide(application);
        application.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
            far.Requests.Enqueue(new(
                context.Request.Method,
                target,
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                await reader.ReadToEndAsync(context.RequestAborted)));
            await answer(context);
        });
        await application.StartAsync(TestContext.Current.CancellationToken);
        var address = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        far.Address = server is null ? address : new Uri($"https://localhost:{address.Port}");
        return far;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    /// <summary>A request as it came.</summary>
    internal sealed record Heard(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }
}
