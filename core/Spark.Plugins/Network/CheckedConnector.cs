using System.Net;
using System.Net.Sockets;

namespace Spark.Plugins.Network;

/// <summary>
/// Opens a plugin's connections: resolves the name, checks every address, and connects to an address that it has checked, so that
/// a name that resolves differently a moment later gains nothing.
/// </summary>
internal sealed class CheckedConnector(string owner, bool allowPrivate, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await resolve(target.Host, cancellationToken);
        foreach (var address in addresses)
        {
            Check(target.Host, address);
        }

        SocketException? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, target.Port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException exception)
            {
                last = exception;
            }
            finally
            {
                if (!socket.Connected)
                {
                    socket.Dispose();
                }
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    private void Check(string host, IPAddress address)
    {
        var kind = AddressRule.Classify(address);
        if (kind == AddressClass.Public || (kind == AddressClass.Private && allowPrivate))
        {
            return;
        }

        var remedy = kind == AddressClass.Private
            ? "If that is meant, set 'allowPrivate: true' for it: in the environment file, or in the credential."
            : "No plugin may connect to such an address.";
        throw new OutgoingRequestException(
            NetworkCodes.AddressRefused,
            HttpRequestError.ConnectionError,
            $"{owner} may not connect to '{host}': {address} is {(kind == AddressClass.Private ? "a private address" : "not the address of a machine")}. {remedy}");
    }
}
