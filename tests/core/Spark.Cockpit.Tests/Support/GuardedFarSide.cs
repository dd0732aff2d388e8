using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Spark.Cockpit.Tests.Support;

/// <summary>A far side over TLS on loopback that lets in who has a certificate of its authority, and nobody else.</summary>
internal sealed class GuardedFarSide : IAsyncDisposable
{
    private readonly WebApplication app;

    private GuardedFarSide(WebApplication app) => this.app = app;

    public Uri Url => new($"https://localhost:{new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port}/");

    /// <summary>The subjects of the certificates that callers were let in with.</summary>
    public ConcurrentQueue<string> Callers { get; } = new();

    public static async Task<GuardedFarSide> StartAsync(X509Certificate2 certificate, X509Certificate2 authority)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = certificate,
            ClientCertificateMode = ClientCertificateMode.RequireCertificate,
            ClientCertificateValidation = (presented, _, _) => IsOf(authority, presented),
        })));
        var built = builder.Build();
        var far = new GuardedFarSide(built);
        built.Map("{**path}", (HttpContext http) =>
        {
            far.Callers.Enqueue(http.Connection.ClientCertificate!.Subject);
            return Results.Text("""{"result":{"sys_id":"1","number":"INC1"}}""", "application/json");
        });
        await built.StartAsync();
        return far;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static bool IsOf(X509Certificate2 authority, X509Certificate2 presented)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(presented);
    }
}
