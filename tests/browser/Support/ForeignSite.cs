using System.Net;
using System.Text;

namespace Spark.Browser.Tests.Support;

/// <summary>Another site, which shows the chat, with as strict a policy as lets it in at all.</summary>
internal sealed class ForeignSite : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly byte[] page;
    private readonly string policy;

    public ForeignSite(Uri spark, int port)
    {
        var own = spark.ToString().TrimEnd('/');
        Url = new($"http://localhost:{port}/");
        policy = $"default-src 'none'; script-src {own}; frame-src {own}";
        page = Encoding.UTF8.GetBytes($"<!doctype html><html lang=de><title>Intranet</title><h1>Intranet</h1><script src='{own}/chat/embed.js' async></script>");
        listener.Prefixes.Add(Url.ToString());
        listener.Start();
        _ = ServeAsync();
    }

    public Uri Url { get; }

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.Headers["Content-Security-Policy"] = policy;
                context.Response.Close(page, willBlock: false);
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
