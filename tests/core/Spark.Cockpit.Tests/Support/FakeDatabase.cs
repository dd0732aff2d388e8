using Spark.Runtime.Operations;

namespace Spark.Cockpit.Tests.Support;

/// <summary>A database that only says what it is told to say.</summary>
internal sealed class FakeDatabase : IDatabaseCare
{
    public DatabaseReport Report { get; set; } = new("Fake 1", 2, new Dictionary<string, long>(StringComparer.Ordinal) { ["events"] = 3 }, []);

    public List<string> Backups { get; } = [];

    public ValueTask<DatabaseReport> CheckAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Report);

    public ValueTask BackUpAsync(string path, CancellationToken cancellationToken)
    {
        Backups.Add(path);
        return ValueTask.CompletedTask;
    }
}
