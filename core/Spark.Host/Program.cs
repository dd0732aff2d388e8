using Spark.Host.CommandLine;

return await SparkCommands.RunAsync(args);
