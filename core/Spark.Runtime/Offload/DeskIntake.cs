using Microsoft.Extensions.Logging;
using Spark.Offload;
using Spark.Runtime.Stores;
using Spark.Runtime.Texts;
using Spark.Webhooks;

namespace Spark.Runtime.Offload;

/// <summary>
/// Requests of desks: verified and read by the connection's plugin, stored, and answered only then. What cannot be stored now, or speaks
/// of a conversation that is not known yet, is held for as long as a desk waits, and then refused so that it comes again.
/// </summary>
public sealed partial class DeskIntake(ILinkStore links, DeskDoor door, TimeProvider time, ILogger<DeskIntake> logger)
{
    /// <summary>How large a request may be, in bytes.</summary>
    public const int MaxRequestBytes = 256 * 1024;

    /// <summary>How long a request is held.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Handles a request.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="desk">The desk behind it.</param>
    /// <param name="request">The request, read whole.</param>
    /// <param name="cancellationToken">Ends with the request. Events that were read are stored all the same.</param>
    public async Task<WebhookResponse> HandleAsync(string connection, IRunningDesk desk, WebhookRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(request);
        var receipt = await desk.ReceiveAsync(request, cancellationToken);
        foreach (var report in receipt.Events)
        {
            if (!await StoreAsync(connection, report, cancellationToken))
            {
                LogRefused(connection);
                return WebhookResponse.Empty(503) with
                {
                    Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Retry-After"] = "1" },
                };
            }
        }

        return receipt.Answer;
    }

    private async Task<bool> StoreAsync(string connection, DeskEvent report, CancellationToken cancellationToken)
    {
        // As it was linked: what the desk said when it accepted was cleaned as well.
        var name = WellFormedText.Clean(report.ExternalId);
        var began = time.GetTimestamp();
        for (var wait = FirstWait; ; wait = wait * 2 > LongestWait ? LongestWait : wait * 2)
        {
            try
            {
                // A desk may speak of a conversation before we were told its name: the answer to our own request is still on its way.
                if (await links.FindAsync(connection, name, cancellationToken) is { } link)
                {
                    await door.EnterAsync(connection, link.Instance, link.ConversationId, report, cancellationToken);
                    return true;
                }
            }
            catch (StoreUnavailableException away)
            {
                LogHeld(connection, away.Code);
            }

            if (time.GetElapsedTime(began) + wait > AnswerWithin)
            {
                return false;
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: a request of the desk behind {Connection} was held because the database did not take it")]
    private partial void LogHeld(string connection, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request of the desk behind {Connection} was refused with 503: its conversation is not known, or the database does not answer")]
    private partial void LogRefused(string connection);
}
