using Spark.Simulators.Desk.Hosting;

if (args.Contains("--help", StringComparer.Ordinal))
{
    Console.WriteLine(ArgumentReader.Usage);
    return 0;
}

var (options, error) = ArgumentReader.Read(args);
if (options is null)
{
    await Console.Error.WriteLineAsync($"{error} --help shows the options.");
    return 2;
}

await using var app = DeskApplication.Build(options);
try
{
    await app.StartAsync();
}
catch (IOException exception)
{
    await Console.Error.WriteLineAsync($"Cannot listen on {options.Urls}: {exception.Message}");
    return 1;
}

Console.WriteLine($"Desk simulator listening on {string.Join(" ", app.Urls)}");
await app.WaitForShutdownAsync();
return 0;
