using Spark.Simulators.ServiceNow.CommandLine;
using Spark.Simulators.ServiceNow.Hosting;

var parsed = ArgumentReader.Read(args);
if (parsed.WantsHelp)
{
    Console.WriteLine(ArgumentReader.Usage);
    return 0;
}

if (parsed.Options is not { } options)
{
    foreach (var error in parsed.Errors)
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

Console.WriteLine($"ServiceNow simulator listening on {string.Join(" ", app.Urls)}");
await app.WaitForShutdownAsync();
return 0;
