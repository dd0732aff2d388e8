using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Spark.Storage.Tests.Postgres.Support;

/// <summary>The wire to a server, which breaks when a test wants it to, and counts how often the server is asked.</summary>
public sealed class FlakyWire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly int server;
    private readonly Task accepting;
    private volatile TaskCompletionSource? held;
    private volatile TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? unanswered;
    private string? unheard;
    private int repliesToLose;
    private int requestsToLose;
    private int roundTrips;

    public FlakyWire(int server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How often something was sent to the server behind an answer of its, or first of all: what is sent without waiting for an answer is one.</summary>
    public int RoundTrips => Volatile.Read(ref roundTrips);

    /// <summary>The next reply is lost, and its connection with it: what was asked for has been done.</summary>
    public void LoseReply() => Interlocked.Increment(ref repliesToLose);

    /// <summary>The next request is lost, and its connection with it: nothing of it was done.</summary>
    public void LoseRequest() => Interlocked.Increment(ref requestsToLose);

    /// <summary>The reply to the next request that holds a text is lost, and its connection with it.</summary>
    public void LoseReplyTo(string text) => Interlocked.Exchange(ref unanswered, text);

    /// <summary>The next request that holds a text is lost, and its connection with it.</summary>
    public void LoseRequestOf(string text) => Interlocked.Exchange(ref unheard, text);

    /// <summary>Replies wait until they are let go.</summary>
    /// <returns>Ends when the first reply waits.</returns>
    public Task Hold()
    {
        waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
        held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return waits.Task;
    }

    public void LetGo()
    {
        var waiting = held;
        held = null;
        waiting?.SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        LetGo();
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        closing.Dispose();
    }

    private static bool Take(ref int count)
    {
        while (Volatile.Read(ref count) is var left and > 0)
        {
            if (Interlocked.CompareExchange(ref count, left - 1, left) == left)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Take(ref string? text, ReadOnlySpan<byte> request) =>
        Volatile.Read(ref text) is { } wanted
        && request.IndexOf(Encoding.UTF8.GetBytes(wanted)) >= 0
        && Interlocked.CompareExchange(ref text, null, wanted) == wanted;

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(closing.Token);
                _ = CarryAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, server, ending.Token);
            var isUnanswered = false;
            var isAsking = 0;
            var requests = CopyAsync(
                near.GetStream(),
                far.GetStream(),
                request =>
                {
                    if (Interlocked.Exchange(ref isAsking, 1) == 0)
                    {
                        Interlocked.Increment(ref roundTrips);
                    }

                    isUnanswered |= Take(ref unanswered, request.Span);
                    return Task.FromResult(Take(ref unheard, request.Span) || Take(ref requestsToLose));
                },
                ending.Token);
            var replies = CopyAsync(
                far.GetStream(),
                near.GetStream(),
                _ =>
                {
                    Volatile.Write(ref isAsking, 0);
                    return Volatile.Read(ref isUnanswered) ? Task.FromResult(true) : LosesReplyAsync();
                },
                ending.Token);
            await Task.WhenAny(requests, replies);
        }
        catch (Exception broken) when (broken is OperationCanceledException or SocketException or IOException)
        {
            // Both ends see the connection close.
        }

        await ending.CancelAsync();
    }

    private async Task<bool> LosesReplyAsync()
    {
        if (held is { } waiting)
        {
            waits.TrySetResult();
            await waiting.Task;
        }

        return Take(ref repliesToLose);
    }

    private static async Task CopyAsync(NetworkStream from, NetworkStream to, Func<ReadOnlyMemory<byte>, Task<bool>> loses, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (await loses(buffer.AsMemory(0, count)))
            {
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }
}
