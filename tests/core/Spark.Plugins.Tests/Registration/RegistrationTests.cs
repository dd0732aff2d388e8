using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spark.Channels;
using Spark.Plugins.Catalog;
using Spark.Plugins.Tests.Support;
using Spark.Runtime.Actions;
using Spark.Runtime.Channels;
using Spark.Runtime.Offload;

namespace Spark.Plugins.Tests.Registration;

public sealed class RegistrationTests
{
    [Fact]
    public async Task One_host_serves_all_of_the_runtimes_directories_and_ends_with_the_provider()
    {
        using var plugins = new PluginRoot();
        plugins.Install("Good");
        var provider = Services().BuildServiceProvider();
        var host = provider.GetRequiredService<PluginHost>();
        provider.GetRequiredService<IChannelDirectory>().ShouldBeSameAs(host);
        provider.GetRequiredService<IOffloadDirectory>().ShouldBeSameAs(host);
        provider.GetRequiredService<IActionDirectory>().ShouldBeSameAs(host);

        // A path relative to the working folder, as an operator writes it.
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), plugins.Path);
        var catalog = await host.LoadAsync(new() { Roots = [relative] }, TestContext.Current.CancellationToken);
        catalog.Plugins.ShouldHaveSingleItem().Status.ShouldBe(PluginStatus.Running, catalog.Plugins[0].Reason);
        await Should.ThrowAsync<InvalidOperationException>(() => host.LoadAsync(new() { Roots = [] }, TestContext.Current.CancellationToken));

        await provider.DisposeAsync();
        host.Catalog.Plugins[0].Status.ShouldBeOneOf(PluginStatus.UnloadPending, PluginStatus.Unloaded);
    }

    [Fact]
    public void Limits_come_from_the_configuration_and_are_checked()
    {
        Limits("00:00:05").SendWithin.ShouldBe(TimeSpan.FromSeconds(5));
        Should.Throw<OptionsValidationException>(() => Limits("00:00:00")).Message.ShouldContain(nameof(PluginOptions.SendWithin));
    }

    private static PluginOptions Limits(string sendWithin)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["PluginLimits:SendWithin"] = sendWithin })
            .Build();
        using var provider = Services().AddSingleton<IConfiguration>(configuration).BuildServiceProvider();
        return provider.GetRequiredService<IOptions<PluginOptions>>().Value;
    }

    private static IServiceCollection Services() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<Func<string, IConversationFeed>>(_ => new EmptyFeed())
        .AddSparkPlugins();
}
