using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Spark.Actions.Tests.Support;

/// <summary>A small SMTP server on loopback (RFC 5321, STARTTLS, AUTH LOGIN) that keeps what it takes and breaks where it is told to.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;

    public MailServer(X509Certificate2? certificate = null)
    {
        this.certificate = certificate;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The messages, each with its envelope's recipients.</summary>
    public ConcurrentQueue<(IReadOnlyList<string> Recipients, string Text)> Messages { get; } = new();

    /// <summary>User and password of each log-in, and whether it was under TLS.</summary>
    public ConcurrentQueue<(string User, string Password, bool IsTls)> LogIns { get; } = new();

    /// <summary>The answer to a command, in place of the usual one; an empty one breaks the connection.</summary>
    public Dictionary<string, string> Answers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                sessions.Add(ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await TalkAsync(client.GetStream());
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException)
        {
            // The other side hung up.
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var isTls = false;
        var recipients = new List<string>();
        var lines = Lines(stream);
        await SayAsync(stream, "220 test");
        while (await lines.ReadLineAsync(stopping.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (Answers.TryGetValue(verb, out var answer) && verb != "DATA")
            {
                if (answer.Length == 0)
                {
                    return;
                }

                await SayAsync(stream, answer);
                continue;
            }

            switch (verb)
            {
                case "EHLO":
                    await SayAsync(stream, certificate is not null && !isTls ? "250-test\r\n250-STARTTLS\r\n250 AUTH LOGIN" : "250-test\r\n250 AUTH LOGIN");
                    break;
                case "STARTTLS":
                    await SayAsync(stream, "220 go");
                    var tls = new SslStream(stream);
                    await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stopping.Token);
                    (stream, isTls) = (tls, true);
                    lines = Lines(stream);
                    break;
                case "AUTH":
                    var user = line.Split(' ') is [_, _, var given] ? given : await AskAsync(stream, lines, "VXNlcm5hbWU6");
                    var password = await AskAsync(stream, lines, "UGFzc3dvcmQ6");
                    LogIns.Enqueue((Plain(user), Plain(password), isTls));
                    await SayAsync(stream, "235 ok");
                    break;
                case "RCPT":
                    recipients.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
                    await SayAsync(stream, "250 ok");
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go");
                    var text = new StringBuilder();
                    while (await lines.ReadLineAsync(stopping.Token) is { } part && part != ".")
                    {
                        text.Append(part).Append('\n');
                    }

                    var end = Answers.GetValueOrDefault("DATA", "250 taken");
                    if (end.Length == 0)
                    {
                        return;
                    }

                    Messages.Enqueue(([.. recipients], text.ToString()));
                    recipients.Clear();
                    await SayAsync(stream, end);
                    break;
                case "QUIT":
                    await SayAsync(stream, "221 bye");
                    return;
                default:
                    await SayAsync(stream, "250 ok");
                    break;
            }
        }
    }

    private async Task<string> AskAsync(Stream stream, StreamReader lines, string prompt)
    {
        await SayAsync(stream, $"334 {prompt}");
        return await lines.ReadLineAsync(stopping.Token) ?? "";
    }

    private static string Plain(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private static StreamReader Lines(Stream stream) => new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 1024, leaveOpen: true);

    private async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stopping.Token);
}
