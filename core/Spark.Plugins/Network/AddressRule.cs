using System.Net;
using System.Net.Sockets;

namespace Spark.Plugins.Network;

/// <summary>Tells public addresses from the others, by IANA's registries of special-purpose addresses.</summary>
internal static class AddressRule
{
    private static readonly IPNetwork[] PrivateV4 =
    [
        .. new[]
        {
            "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork[] UnusableV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork[] PrivateV6 =
    [
        .. new[] { "::1/128", "fc00::/7", "fe80::/10", "fec0::/10" }.Select(IPNetwork.Parse),
    ];

    /// <summary>Inside the global range, yet not a machine on the internet: documentation, benchmarks, Teredo, ORCHID.</summary>
    private static readonly IPNetwork[] UnusableV6 =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "3fff::/20" }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    public static AddressClass Classify(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return Classify(address, PrivateV4, UnusableV4, otherwise: AddressClass.Public);
        }

        // An address that carries an IPv4 address is what it carries.
        if (address.IsIPv4MappedToIPv6)
        {
            return Classify(address.MapToIPv4());
        }

        if (Nat64.Contains(address))
        {
            return Classify(Embedded(address, 12));
        }

        if (SixToFour.Contains(address))
        {
            return Classify(Embedded(address, 2));
        }

        var unlisted = GlobalV6.Contains(address) ? AddressClass.Public : AddressClass.Unusable;
        return Classify(address, PrivateV6, UnusableV6, unlisted);
    }

    private static AddressClass Classify(IPAddress address, IPNetwork[] @private, IPNetwork[] unusable, AddressClass otherwise)
    {
        if (unusable.Any(network => network.Contains(address)))
        {
            return AddressClass.Unusable;
        }

        return @private.Any(network => network.Contains(address)) ? AddressClass.Private : otherwise;
    }

    private static IPAddress Embedded(IPAddress address, int offset)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return new IPAddress(bytes.Slice(offset, 4));
    }
}
