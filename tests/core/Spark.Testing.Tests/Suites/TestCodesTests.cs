using System.Reflection;
using Spark.Testing.Suites;

namespace Spark.Testing.Tests.Suites;

/// <summary>The codes of findings in test files, and their pages.</summary>
public sealed class TestCodesTests
{
    [Fact]
    public void Every_code_has_a_page_and_every_page_of_test_files_a_code()
    {
        var codes = typeof(TestCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetRawConstantValue()!);
        var pages = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "errors"), "SPK91??.md").Select(page => Path.GetFileNameWithoutExtension(page)!);
        pages.Order(StringComparer.Ordinal).ShouldBe(codes.Order(StringComparer.Ordinal));
    }
}
