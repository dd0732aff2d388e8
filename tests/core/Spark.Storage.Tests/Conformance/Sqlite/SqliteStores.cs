using Microsoft.Extensions.DependencyInjection;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance.Sqlite;

/// <summary>The stores on a real file in a folder of its own.</summary>
public sealed class SqliteStores : StoresUnderTest
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("spark-conformance-").FullName;

    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSparkSqlite(Folder);
    }

    protected override Task RemoveAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
