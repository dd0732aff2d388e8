using Microsoft.Extensions.Logging;
using Spark.Runtime.Stores;

namespace Spark.Runtime.Outbox;

/// <summary>
/// Writes of work that is under way already: what has happened outside must be noted, so a store that is away is asked again until it is
/// back or the host stops. (After that, the next start finds the effect claimed, and tries it again.)
/// </summary>
internal sealed partial class Persistence(TimeProvider time, ILogger<Persistence> logger)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    public async Task<T> InsistAsync<T>(Func<CancellationToken, ValueTask<T>> write, CancellationToken cancellationToken)
    {
        var wait = First;
        while (true)
        {
            try
            {
                return await write(cancellationToken);
            }
            catch (StoreUnavailableException away)
            {
                LogStoreAway(away.Code, wait);
            }

            await Task.Delay(wait, time, cancellationToken);
            wait = wait * 2 > Longest ? Longest : wait * 2;
        }
    }

    public Task InsistAsync(Func<CancellationToken, ValueTask> write, CancellationToken cancellationToken) =>
        InsistAsync(
            async token =>
            {
                await write(token);
                return true;
            },
            cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Code}: an effect's end could not be written; trying again in {Wait}")]
    private partial void LogStoreAway(string code, TimeSpan wait);
}
