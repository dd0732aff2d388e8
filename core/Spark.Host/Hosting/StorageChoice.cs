using Spark.Runtime;
using Spark.Runtime.Stores;
using Spark.Storage;
using Spark.Storage.DataFolders;
using Spark.Storage.Postgres;

namespace Spark.Host.Hosting;

/// <summary>Where the host keeps what it must not lose: in the data folder's file, or in a PostgreSQL that nodes share.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Database">The connection string; null for the file.</param>
internal sealed record StorageChoice(string Data, string? Database)
{
    private const string Code = "SPK12010";

    /// <summary>True when other nodes may work on the same database.</summary>
    public bool IsShared => Database is not null;

    /// <summary>Adds the stores.</summary>
    public IServiceCollection AddTo(IServiceCollection services)
    {
        if (Database is null)
        {
            return services.AddSparkSqlite(Data);
        }

        services.AddOptions<PostgresOptions>().BindConfiguration(PostgresOptions.SectionName);
        return services.AddSparkPostgres(Database);
    }

    /// <summary>Keeps the data folder for this process; null on PostgreSQL, where the folder holds nothing that two could spoil.</summary>
    public DataFolderLock? Hold(Uri adminUrl) => IsShared ? null : DataFolderLock.Acquire(Data, adminUrl);

    /// <summary>Reaches the PostgreSQL and brings it to this program's schema, so that what is wrong is said before anything begins.</summary>
    public async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!IsShared)
        {
            return;
        }

        try
        {
            await services.GetRequiredService<PostgresDatabase>().PrepareAsync(cancellationToken);
        }
        catch (ArgumentException wrong)
        {
            throw new OperatorException(Code, $"The value of --database is no connection string of PostgreSQL: {wrong.Message} It looks like this: Host=db.example;Database=spark;Username=spark;Password=…", wrong);
        }
        catch (StoreUnavailableException away)
        {
            throw new OperatorException(Code, $"The PostgreSQL of --database cannot be used: {away.Message}", away);
        }
    }

    /// <summary>What it is, without the password that a connection string holds.</summary>
    public override string ToString() => IsShared ? "PostgreSQL" : Data;
}
