using Spark.Runtime.Stores;

namespace Spark.Runtime.Operations;

/// <summary>What an operator does with the database as a whole.</summary>
public interface IDatabaseCare
{
    /// <summary>Checks the database: its integrity, its schema, and what must hold between its tables.</summary>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="StoreUnavailableException">It cannot be read now.</exception>
    ValueTask<DatabaseReport> CheckAsync(CancellationToken cancellationToken);

    /// <summary>Copies the database, as it is at one moment, to a file that is not there yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NotSupportedException">The database has tools of its own for that; the message names them.</exception>
    ValueTask BackUpAsync(string path, CancellationToken cancellationToken);
}
