using Spark.Simulators.Teams.CommandLine;
using Spark.Simulators.Teams.Hosting;

var reader = ArgumentReader.Read(args);
if (reader.WantsHelp)
{
    Console.WriteLine(ArgumentReader.Usage);
    return 0;
}

if (reader.Options is not { } options)
{
    foreach (var error in reader.Errors)
    {
        await Console.Error.WriteLineAsync(error);
    }

    await Console.Error.WriteLineAsync("--help shows the options.");
    return 2;
}

await using var app = SimulatorApplication.Build(options, TimeProvider.System);
try
{
    await app.StartAsync();
}
catch (IOException exception)
{
    await Console.Error.WriteLineAsync($"Cannot listen on {options.Urls}: {exception.Message}");
    return 1;
}

Console.WriteLine($"Teams simulator listening on {string.Join(" ", app.Urls)}");
await app.WaitForShutdownAsync();
return 0;
