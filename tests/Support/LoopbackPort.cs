using System.Net;
using System.Net.Sockets;

namespace Spark.Tests;

/// <summary>
/// Ports of this machine that nobody listens on, and that nobody else is given before the test listens there: they lie below those that
/// operating systems hand out by themselves, and each belongs to the process that asked for it until that ends, also between a kill and a
/// start at the same port.
/// </summary>
internal static class LoopbackPort
{
    private const int First = 20_000;
    private const int Last = 30_000;

    private static readonly string Claims = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "spark-test-ports")).FullName;

    // Held to the end of the process, which lets them go however it ends.
    private static readonly List<FileStream> Held = [];

    public static int Free()
    {
        for (var tries = 0; tries < Last - First; tries++)
        {
            var port = Random.Shared.Next(First, Last);
            if (IsClaimed(port) && IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException($"Of the ports from {First} to {Last} none is free.");
    }

    // An empty file for each port: of all who open it for themselves alone, one succeeds.
    private static bool IsClaimed(int port)
    {
        try
        {
            var claim = new FileStream(Path.Combine(Claims, $"{port}"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            lock (Held)
            {
                Held.Add(claim);
            }

            return true;
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
