using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spark.Engine.Reading;
using Spark.Host.Bots;
using Spark.Plugins;
using Spark.Runtime;
using Spark.Runtime.Bots;
using Spark.Storage;

namespace Spark.Host.Tests.Bots;

public sealed class BotDeskTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_sees_to_some_bots_publishes_what_the_files_name_not_what_the_folder_is_called()
    {
        var folder = Directory.CreateTempSubdirectory("spark-desk-");
        var services = new ServiceCollection().AddLogging().AddSparkSqlite(folder.FullName).AddSparkPlugins().AddSparkRuntime();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<IBotCompiler, InstalledBotCompiler>();
        services.AddSingleton<IBotDesk, BotDesk>();
        await using (var provider = services.BuildServiceProvider())
        {
            await provider.GetRequiredService<PluginHost>().LoadAsync(new() { Roots = [] }, Cancelled);
            var desk = provider.GetRequiredService<IBotDesk>();
            var order = new PublishOrder("", ReleaseMove.Finish, AllowsUntranslated: true) { OnlyBots = ["mine"] };

            var published = await desk.PublishAsync(Files("any folder", "mine"), order, Cancelled);
            published.Release.ShouldNotBeNull(string.Join('\n', published.Findings)).Bot.ShouldBe("mine");
            var refused = await Should.ThrowAsync<OperatorException>(async () => await desk.PublishAsync(Files("mine", "theirs"), order, Cancelled));

            refused.Code.ShouldBe("SPK14053");
            (await provider.GetRequiredService<IPublicationStore>().ListAsync("theirs", Cancelled)).ShouldBeEmpty();
        }

        folder.Delete(recursive: true);
    }

    private static BotSource Files(string folder, string bot) => new(folder, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bot.yaml"] = $"spark: 1\nbot: {bot}\nlanguages: [en]\nevents: {{ started: welcome }}\n",
        ["dialogs/welcome.yaml"] = "dialog: welcome\nsteps:\n  - id: hello\n    say: Hello\n",
    });
}
