using Spark.Plugins.Loading;

namespace Spark.Plugins.Tests.Loading;

public sealed class HostAssembliesTests
{
    [Theory]
    [InlineData("Spark.Abstractions", true, false)]
    [InlineData("Microsoft.Extensions.Logging.Abstractions", true, false)]
    [InlineData("Microsoft.Extensions.Hosting", true, false)]
    [InlineData("Microsoft.Extensions.NotInTheHost", false, false)]
    [InlineData("Spark.Plugins", false, true)]
    [InlineData("YamlDotNet", false, true)]
    [InlineData("System.Text.Json", false, false)]
    [InlineData("Newtonsoft.Json", false, false)]
    public void The_host_decides_who_supplies_an_assembly(string name, bool isShared, bool isPrivate) =>
        (HostAssemblies.IsShared(name), HostAssemblies.IsPrivate(name)).ShouldBe((isShared, isPrivate));
}
