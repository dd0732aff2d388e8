using System.Reflection;
using Spark.Tests;

namespace Spark.Abstractions.Tests.Approval;

/// <summary>What plugin authors see changes only on purpose: a change shows up in review as lines of a text file.</summary>
public sealed class PublicSurfaceTests
{
    [Theory]
    [InlineData("Spark.Abstractions")]
    [InlineData("Spark.Testing")]
    public async Task The_public_surface_is_the_approved_one(string name)
    {
        var approved = Repository.Path("tests", "core", "Spark.Abstractions.Tests", "Approval", $"{name}.approved.txt");
        var actual = $"contracts {ContractVersion.Current}\n{PublicSurface.Of(Assembly.Load(name))}";
        if (Environment.GetEnvironmentVariable("SPARK_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(approved, actual, TestContext.Current.CancellationToken);
        }

        var expected = File.Exists(approved) ? await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken) : "";
        actual.ShouldBe(expected, "If the change is meant, run this test with SPARK_APPROVE=1 and review the file's new lines. Plugins were built for the version in its first line: raise ContractVersion with a change of theirs.");
    }
}
