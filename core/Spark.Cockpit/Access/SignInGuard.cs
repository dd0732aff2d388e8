using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Spark.Cockpit.Access;

/// <summary>
/// Slows down who guesses passwords: after some failures in a row a name, or an address, waits, and longer with each further one. It is this
/// node's memory alone; the slow hash bounds the rest.
/// </summary>
internal sealed class SignInGuard(TimeProvider time)
{
    private const int Free = 5;
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, Failures> known = new(StringComparer.Ordinal);

    /// <summary>
    /// What an address counts as: itself, and for IPv6 its network of 64 bits, because whoever has one such address has all of them (RFC 6177).
    /// </summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? $"{Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8))}::/64" : plain.ToString();
    }

    /// <summary>How long to wait before the next try; null when it may be tried now.</summary>
    public TimeSpan? WaitFor(params ReadOnlySpan<string> keys)
    {
        TimeSpan? longest = null;
        foreach (var key in keys)
        {
            if (known.TryGetValue(key, out var failures) && failures.Until - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                longest = longest > wait ? longest : wait;
            }
        }

        return longest;
    }

    public void Failed(params ReadOnlySpan<string> keys)
    {
        var now = time.GetUtcNow();
        if (known.Count > MostRemembered)
        {
            foreach (var (key, failures) in known)
            {
                if (failures.Until + LongestWait < now)
                {
                    known.TryRemove(key, out _);
                }
            }
        }

        foreach (var key in keys)
        {
            known.AddOrUpdate(key, _ => new(1, now), (_, before) => Next(before, now));
        }
    }

    public void Succeeded(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            known.TryRemove(key, out _);
        }
    }

    private static Failures Next(Failures before, DateTimeOffset now)
    {
        var count = before.Until + LongestWait < now ? 1 : before.Count + 1;
        var wait = count < Free ? TimeSpan.Zero : FirstWait * Math.Pow(2, Math.Min(count - Free, 10));
        return new(count, now + (wait > LongestWait ? LongestWait : wait));
    }

    private readonly record struct Failures(int Count, DateTimeOffset Until);
}
