@echo off
rem Runs the command line; builds it on first use.
setlocal
set "jar=%~dp0rtk-webhooks.jar"
if not exist "%jar%" set "jar=%~dp0target\rtk-webhooks.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if not exist "%jar%" (
  echo rtk-webhooks: building, which takes a minute or two 1>&2
  pushd "%~dp0.."
  call mvn -q -B -DskipTests -pl cli-sample -am package 1>&2 || (popd & echo rtk-webhooks: the build failed 1>&2 & exit /b 1)
  popd
)
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "%jar%" %*
exit /b %ERRORLEVEL%
