using Spark.Runtime;
using Spark.Storage;
using Spark.Storage.DataFolders;

namespace Spark.Host.Hosting;

/// <summary>Where the host keeps what it must not lose: in the data folder's file, or in a PostgreSQL that nodes share.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Database">The connection string; null for the file.</param>
internal sealed record StorageChoice(string Data, string? Database)
{
    /// <summary>True when other nodes may work on the same database.</summary>
    public bool IsShared => Database is not null;

    /// <summary>Adds the stores.</summary>
    public IServiceCollection AddTo(IServiceCollection services) =>
        Database is null ? services.AddSparkSqlite(Data) : AddPostgres(services, Database);

    /// <summary>Keeps the data folder for this process; null on PostgreSQL, where the folder holds nothing that two could spoil.</summary>
    public DataFolderLock? Hold(Uri adminUrl) => IsShared ? null : DataFolderLock.Acquire(Data, adminUrl);

    private static IServiceCollection AddPostgres(IServiceCollection services, string connectionString) =>
        throw new OperatorException("SPK12010", "This build has no PostgreSQL. Leave --database away.");
}
