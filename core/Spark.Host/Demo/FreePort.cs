using System.Net;
using System.Net.Sockets;

namespace Spark.Host.Demo;

/// <summary>Finds a port that nobody listens on.</summary>
internal static class FreePort
{
    private const int MostTried = 200;

    /// <summary>The wished port, or the next free one above it.</summary>
    /// <param name="wished">Where the search begins.</param>
    /// <param name="taken">Ports that are promised to somebody already.</param>
    public static int AtOrAbove(int wished, IReadOnlySet<int> taken)
    {
        for (var port = wished; port < wished + MostTried && port <= IPEndPoint.MaxPort; port++)
        {
            if (!taken.Contains(port) && IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException($"SPK12005: no port from {wished} to {wished + MostTried} is free. End what listens there, or give --urls.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
