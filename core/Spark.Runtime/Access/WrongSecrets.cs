using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Spark.Runtime.Access;

/// <summary>
/// How long the answer to a wrong secret is held back: longer with every one from the same network, forgotten after a while. A right
/// secret is never held back, so that nobody can lock out a client by guessing.
/// </summary>
internal sealed class WrongSecrets(TimeProvider time)
{
    private const int MostNetworks = 10_000;
    private const int Doublings = 5;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Count> counts = new(StringComparer.Ordinal);

    /// <summary>How many networks are remembered.</summary>
    public int Networks => counts.Count;

    /// <summary>Counts a wrong secret and says how long to hold its answer back.</summary>
    /// <param name="source">The network address; null when it is not known.</param>
    public TimeSpan Note(string? source)
    {
        var now = time.GetUtcNow();
        if (counts.Count >= MostNetworks)
        {
            Forget(now);
        }

        var count = counts.AddOrUpdate(
            NetworkOf(source),
            _ => new(1, now),
            (_, before) => now - before.At > Memory ? new(1, now) : new(Math.Min(before.Wrong + 1, Doublings + 1), now));
        return First * (1 << (count.Wrong - 1));
    }

    // Whoever has one IPv6 address has its whole network.
    private static string NetworkOf(string? source)
    {
        if (!IPAddress.TryParse(source, out var address))
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.MapToIPv4().ToString();
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (network, count) in counts)
        {
            if (now - count.At > Memory)
            {
                counts.TryRemove(network, out _);
            }
        }

        // Still as many: they are made up, and the memory of them is worth less than the room.
        if (counts.Count >= MostNetworks)
        {
            counts.Clear();
        }
    }

    private sealed record Count(int Wrong, DateTimeOffset At);
}
